using System.Text;
using EFCore.Redshift.Properties;
using EFCore.Redshift.Storage.TypeMappings;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

/// <summary>Writes INSERT, UPDATE and DELETE without RETURNING, which Redshift does not have.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html</remarks>
internal sealed class RedshiftUpdateSqlGenerator(UpdateSqlGeneratorDependencies dependencies) : UpdateSqlGenerator(dependencies)
{
    public override ResultSetMapping AppendInsertOperation(
        StringBuilder commandStringBuilder,
        IReadOnlyModificationCommand command,
        int commandPosition,
        out bool requiresTransaction)
    {
        requiresTransaction = false;
        AppendInsertCommand(commandStringBuilder, command.TableName, command.Schema, Written(command), []);
        return ResultSetMapping.NoResults;
    }

    public override ResultSetMapping AppendUpdateOperation(
        StringBuilder commandStringBuilder,
        IReadOnlyModificationCommand command,
        int commandPosition,
        out bool requiresTransaction)
    {
        requiresTransaction = false;
        AppendUpdateCommand(commandStringBuilder, command.TableName, command.Schema, Written(command), [], Conditions(command));
        return ResultSetMapping.NoResults;
    }

    public override ResultSetMapping AppendDeleteOperation(
        StringBuilder commandStringBuilder,
        IReadOnlyModificationCommand command,
        int commandPosition,
        out bool requiresTransaction)
    {
        requiresTransaction = false;
        AppendDeleteCommand(commandStringBuilder, command.TableName, command.Schema, [], Conditions(command));
        return ResultSetMapping.NoResults;
    }

    protected override void AppendReturningClause(
        StringBuilder commandStringBuilder,
        IReadOnlyList<IColumnModification> operations,
        string? additionalValues = null)
    {
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html
    public override void AppendObtainNextSequenceValueOperation(StringBuilder commandStringBuilder, string name, string? schema)
        => throw new NotSupportedException(RedshiftStrings.SequencesNotSupported(name));

    /// <summary>Starts an INSERT into the columns, up to its list of rows.</summary>
    public void AppendInsertHeader(StringBuilder text, string table, string? schema, IReadOnlyList<IColumnModification> columns)
    {
        AppendInsertCommandHeader(text, table, schema, columns);
        AppendValuesHeader(text, columns);
    }

    /// <summary>Writes a column of the table for use in a select list, a condition or a list of names.</summary>
    public void AppendColumn(StringBuilder text, string column)
        => SqlGenerationHelper.DelimitIdentifier(text, column);

    /// <summary>Writes a column as an item of a select list that the mapping can read.</summary>
    public void AppendColumnToRead(StringBuilder text, IColumnModification column)
    {
        var isBytes = column.TypeMapping is RedshiftBytesTypeMapping;
        AppendColumn(text.Append(isBytes ? "TO_HEX(" : string.Empty), column.ColumnName);
        text.Append(isBytes ? ")" : string.Empty);
    }

    /// <summary>Writes a table's name.</summary>
    public void AppendTable(StringBuilder text, string table, string? schema)
        => SqlGenerationHelper.DelimitIdentifier(text, table, schema);

    private static List<IColumnModification> Written(IReadOnlyModificationCommand command)
        => [.. command.ColumnModifications.Where(column => column.IsWrite)];

    private static List<IColumnModification> Conditions(IReadOnlyModificationCommand command)
        => [.. command.ColumnModifications.Where(column => column.IsCondition)];
}
