using EFCore.Redshift.Infrastructure;
using EFCore.Redshift.Metadata;
using EFCore.Redshift.Properties;
using EFCore.Redshift.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Migrations;

// One override for each operation: first those it does, then those it refuses. Each statement is a command of its own.
// https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html
internal sealed class RedshiftMigrationsSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, IDbContextOptions options)
    : MigrationsSqlGenerator(dependencies)
{
    private const int RowsPerInsert = 500;

    private readonly Func<RedshiftCreateTable, IReadOnlyList<string>?>? _createTableHandler
        = options.FindExtension<RedshiftOptionsExtension>()?.CreateTableHandler;

    private ISqlGenerationHelper Helper
        => Dependencies.SqlGenerationHelper;

    // The refusal shows all tables of the migration, not the first one only.
    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations,
        IModel? model = null,
        MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default)
        => _createTableHandler is null && operations.OfType<CreateTableOperation>().ToArray() is { Length: > 0 } tables
            ? throw new NotSupportedException(
                RedshiftStrings.CreateTableRefused(string.Join("\n\n", tables.SelectMany(t => CreateTableCommands(t, model)))))
            : base.Generate(operations, model, options);

    protected override void Generate(
        CreateTableOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder,
        bool terminate = true)
    {
        var commands = CreateTableCommands(operation, model);
        var handedOff = _createTableHandler?.Invoke(new RedshiftCreateTable(operation, model, commands))
            ?? throw new NotSupportedException(RedshiftStrings.CreateTableRefused(string.Join("\n\n", commands)));

        foreach (var command in handedOff)
        {
            builder.AppendLine(command);
            EndStatement(builder);
        }
    }

    protected override void Generate(AddColumnOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        RefuseIf(operation.ComputedColumnSql is not null, RedshiftStrings.ComputedColumn(operation.Table, operation.Name));
        RefuseIf(operation.Collation is not null, RedshiftStrings.AddColumnWith(operation.Table, operation.Name, "a collation"));
        RefuseIf(
            RedshiftTableAttributes.Identity(operation).Length > 0,
            RedshiftStrings.AddColumnWith(operation.Table, operation.Name, "an identity"));
        RefuseIf(
            !operation.IsNullable && operation.DefaultValue is null && operation.DefaultValueSql is null,
            RedshiftStrings.AddColumnWithoutDefault(operation.Table, operation.Name));

        AlterTable(operation.Table, operation.Schema, builder).Append(" ADD COLUMN ");
        ColumnDefinition(operation, model, builder);
        EndStatement(builder.AppendLine(Helper.StatementTerminator));

        Comment("COLUMN " + Qualified(operation.Table, operation.Schema, operation.Name), operation.Comment, null, builder);
    }

    protected override void Generate(AlterColumnOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        var type = operation.ColumnType ?? GetColumnType(operation.Schema, operation.Table, operation.Name, operation, model);
        var oldType = operation.OldColumn.ColumnType
            ?? GetColumnType(operation.Schema, operation.Table, operation.Name, operation.OldColumn, model: null);
        var sameType = string.Equals(type, oldType, StringComparison.OrdinalIgnoreCase);

        if (operation.IsNullable != operation.OldColumn.IsNullable
            || !Equals(operation.DefaultValue, operation.OldColumn.DefaultValue)
            || operation.DefaultValueSql != operation.OldColumn.DefaultValueSql
            || operation.ComputedColumnSql != operation.OldColumn.ComputedColumnSql
            || operation.Collation != operation.OldColumn.Collation
            || RedshiftTableAttributes.Identity(operation) != RedshiftTableAttributes.Identity(operation.OldColumn)
            || !sameType && !IsLongerVarchar(oldType, type)
            || !sameType && (operation.DefaultValue is not null || operation.DefaultValueSql is not null))
        {
            throw new NotSupportedException(
                RedshiftStrings.AlterColumnRefused(operation.Table, operation.Name, CopyColumnScript(operation, model)));
        }

        if (!sameType)
        {
            // https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html: not in a transaction.
            AlterTable(operation.Table, operation.Schema, builder)
                .Append(" ALTER COLUMN ")
                .Append(Helper.DelimitIdentifier(operation.Name))
                .Append(" TYPE ")
                .Append(type)
                .AppendLine(Helper.StatementTerminator);
            EndStatement(builder, suppressTransaction: true);
        }

        if (operation[RedshiftAnnotationNames.Encoding] is RedshiftEncoding encoding
            && !Equals(encoding, operation.OldColumn[RedshiftAnnotationNames.Encoding]))
        {
            AlterTable(operation.Table, operation.Schema, builder)
                .Append(" ALTER COLUMN ")
                .Append(Helper.DelimitIdentifier(operation.Name))
                .Append(" ENCODE ")
                .Append(RedshiftTableAttributes.Keyword(encoding))
                .AppendLine(Helper.StatementTerminator);
            EndStatement(builder, suppressTransaction: true);
        }

        Comment(
            "COLUMN " + Qualified(operation.Table, operation.Schema, operation.Name), operation.Comment, operation.OldColumn.Comment, builder);
    }

    protected override void Generate(AlterTableOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        foreach (var change in RedshiftTableAttributes.Changes(operation, operation.OldTable, Helper))
        {
            AlterTable(operation.Name, operation.Schema, builder).Append(" ").Append(change).AppendLine(Helper.StatementTerminator);
            EndStatement(builder, suppressTransaction: true);
        }

        Comment("TABLE " + Helper.DelimitIdentifier(operation.Name, operation.Schema), operation.Comment, operation.OldTable.Comment, builder);
    }

    protected override void Generate(RenameColumnOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        AlterTable(operation.Table, operation.Schema, builder)
            .Append(" RENAME COLUMN ")
            .Append(Helper.DelimitIdentifier(operation.Name))
            .Append(" TO ")
            .Append(Helper.DelimitIdentifier(operation.NewName))
            .AppendLine(Helper.StatementTerminator);
        EndStatement(builder);
    }

    protected override void Generate(RenameTableOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        RefuseIf(operation.NewSchema != operation.Schema, RedshiftStrings.MoveTableToSchema(operation.Name));

        AlterTable(operation.Name, operation.Schema, builder)
            .Append(" RENAME TO ")
            .Append(Helper.DelimitIdentifier(operation.NewName ?? operation.Name))
            .AppendLine(Helper.StatementTerminator);
        EndStatement(builder);
    }

    protected override void Generate(EnsureSchemaOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        // It is there, and its name may not be used. https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_SCHEMA.html
        if (string.Equals(operation.Name, "public", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        builder
            .Append("CREATE SCHEMA IF NOT EXISTS ")
            .Append(Helper.DelimitIdentifier(operation.Name))
            .AppendLine(Helper.StatementTerminator);
        EndStatement(builder);
    }

    protected override void Generate(
        AddForeignKeyOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder,
        bool terminate = true)
    {
        // Keys are informational: nothing follows from deleting a row. https://docs.aws.amazon.com/redshift/latest/dg/t_Defining_constraints.html
        operation.OnDelete = ReferentialAction.NoAction;
        operation.OnUpdate = ReferentialAction.NoAction;

        base.Generate(operation, model, builder, terminate);
    }

    protected override void Generate(
        InsertDataOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder,
        bool terminate = true)
    {
        foreach (var rows in GenerateModificationCommands(operation, model).Chunk(RowsPerInsert))
        {
            builder
                .Append("INSERT INTO ")
                .Append(Helper.DelimitIdentifier(rows[0].TableName, rows[0].Schema))
                .Append($" ({string.Join(", ", rows[0].ColumnModifications.Select(c => Helper.DelimitIdentifier(c.ColumnName)))})")
                .AppendLine()
                .Append("VALUES ")
                .Append(string.Join(",\n", rows.Select(r => $"({string.Join(", ", r.ColumnModifications.Select(c => Literal(c, c.Value)))})")))
                .AppendLine(Helper.StatementTerminator);
            EndStatement(builder);
        }
    }

    protected override void Generate(UpdateDataOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        foreach (var row in GenerateModificationCommands(operation, model))
        {
            builder
                .Append("UPDATE ")
                .Append(Helper.DelimitIdentifier(row.TableName, row.Schema))
                .Append(" SET ")
                .Append(string.Join(
                    ", ",
                    row.ColumnModifications.Where(c => c.IsWrite).Select(c => $"{Helper.DelimitIdentifier(c.ColumnName)} = {Literal(c, c.Value)}")))
                .AppendLine()
                .Append(Where(row))
                .AppendLine(Helper.StatementTerminator);
            EndStatement(builder);
        }
    }

    protected override void Generate(DeleteDataOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        foreach (var row in GenerateModificationCommands(operation, model))
        {
            builder
                .Append("DELETE FROM ")
                .AppendLine(Helper.DelimitIdentifier(row.TableName, row.Schema))
                .Append(Where(row))
                .AppendLine(Helper.StatementTerminator);
            EndStatement(builder);
        }
    }

    // Redshift has no indexes. The model validator has said of each that it is ignored; here there is nothing to do.
    // https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html
    protected override void Generate(CreateIndexOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
    }

    protected override void Generate(DropIndexOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
    }

    protected override void Generate(RenameIndexOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
    }

    protected override void Generate(AlterDatabaseOperation operation, IModel? model, MigrationCommandListBuilder builder)
        => RefuseIf(operation.Collation != operation.OldDatabase.Collation, RedshiftStrings.DatabaseCollation);

    protected override void Generate(CreateSequenceOperation operation, IModel? model, MigrationCommandListBuilder builder)
        => throw new NotSupportedException(RedshiftStrings.Sequence(operation.Name));

    protected override void Generate(AlterSequenceOperation operation, IModel? model, MigrationCommandListBuilder builder)
        => throw new NotSupportedException(RedshiftStrings.Sequence(operation.Name));

    protected override void Generate(RenameSequenceOperation operation, IModel? model, MigrationCommandListBuilder builder)
        => throw new NotSupportedException(RedshiftStrings.Sequence(operation.Name));

    protected override void Generate(RestartSequenceOperation operation, IModel? model, MigrationCommandListBuilder builder)
        => throw new NotSupportedException(RedshiftStrings.Sequence(operation.Name));

    protected override void Generate(DropSequenceOperation operation, IModel? model, MigrationCommandListBuilder builder)
        => throw new NotSupportedException(RedshiftStrings.Sequence(operation.Name));

    protected override void Generate(AddCheckConstraintOperation operation, IModel? model, MigrationCommandListBuilder builder)
        => throw new NotSupportedException(RedshiftStrings.CheckConstraint(operation.Table, operation.Name));

    protected override void Generate(DropCheckConstraintOperation operation, IModel? model, MigrationCommandListBuilder builder)
        => throw new NotSupportedException(RedshiftStrings.CheckConstraint(operation.Table, operation.Name));

    // name type [DEFAULT …] [IDENTITY (…)] [ENCODE …] [COLLATE …] [NOT NULL | NULL]
    // https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html
    protected override void ColumnDefinition(
        string? schema,
        string table,
        string name,
        ColumnOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder)
    {
        var type = operation.ColumnType ?? GetColumnType(schema, table, name, operation, model);

        builder.Append(Helper.DelimitIdentifier(name)).Append(" ").Append(type);
        DefaultValue(operation.DefaultValue, operation.DefaultValueSql, type, builder);
        builder.Append(RedshiftTableAttributes.Identity(operation));

        if (operation[RedshiftAnnotationNames.Encoding] is RedshiftEncoding encoding)
        {
            builder.Append(" ENCODE ").Append(RedshiftTableAttributes.Keyword(encoding));
        }

        if (operation.Collation is { } collation)
        {
            builder.Append(" COLLATE ").Append(collation);
        }

        builder.Append(operation.IsNullable ? " NULL" : " NOT NULL");
    }

    // The CREATE TABLE page shows constraints without names, and without a name none can be dropped; ALTER TABLE ADD names them.
    protected override void CreateTableConstraints(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
    }

    private List<string> CreateTableCommands(CreateTableOperation operation, IModel? model)
    {
        if (operation.CheckConstraints is [var check, ..])
        {
            throw new NotSupportedException(RedshiftStrings.CheckConstraint(operation.Name, check.Name));
        }

        if (operation.Columns.FirstOrDefault(c => c.ComputedColumnSql is not null) is { } computed)
        {
            throw new NotSupportedException(RedshiftStrings.ComputedColumn(operation.Name, computed.Name));
        }

        var builder = new MigrationCommandListBuilder(Dependencies);

        base.Generate(operation, model, builder, terminate: false);
        builder.AppendLine().Append(RedshiftTableAttributes.Clauses(operation, Helper)).AppendLine(Helper.StatementTerminator);
        EndStatement(builder);

        if (operation.PrimaryKey is { } primaryKey)
        {
            base.Generate(primaryKey, model, builder);
        }

        foreach (var uniqueConstraint in operation.UniqueConstraints)
        {
            base.Generate(uniqueConstraint, model, builder);
        }

        foreach (var foreignKey in operation.ForeignKeys)
        {
            Generate(foreignKey, model, builder);
        }

        Comment("TABLE " + Helper.DelimitIdentifier(operation.Name, operation.Schema), operation.Comment, null, builder);
        foreach (var column in operation.Columns)
        {
            Comment("COLUMN " + Qualified(operation.Name, operation.Schema, column.Name), column.Comment, null, builder);
        }

        return [.. builder.GetCommandList().Select(c => c.CommandText.TrimEnd())];
    }

    private MigrationCommandListBuilder AlterTable(string table, string? schema, MigrationCommandListBuilder builder)
        => builder.Append("ALTER TABLE ").Append(Helper.DelimitIdentifier(table, schema));

    // https://docs.aws.amazon.com/redshift/latest/dg/r_COMMENT.html
    private void Comment(string target, string? comment, string? oldComment, MigrationCommandListBuilder builder)
    {
        if (comment == oldComment)
        {
            return;
        }

        builder
            .Append("COMMENT ON ")
            .Append(target)
            .Append(" IS ")
            .Append(comment is null ? "NULL" : RedshiftLiteral.Text(comment))
            .AppendLine(Helper.StatementTerminator);
        EndStatement(builder);
    }

    private string Qualified(string table, string? schema, string column)
        => $"{Helper.DelimitIdentifier(table, schema)}.{Helper.DelimitIdentifier(column)}";

    private string Where(IReadOnlyModificationCommand row)
        => "WHERE " + string.Join(
            " AND ",
            row.ColumnModifications
                .Where(c => c.IsCondition)
                .Select(c => (c.OriginalValue ?? c.Value) is { } value
                    ? $"{Helper.DelimitIdentifier(c.ColumnName)} = {Literal(c, value)}"
                    : $"{Helper.DelimitIdentifier(c.ColumnName)} IS NULL"));

    private static string Literal(IColumnModification column, object? value)
        => column.TypeMapping!.GenerateProviderValueSqlLiteral(value);

    private static bool IsLongerVarchar(string oldType, string type)
        => VarcharBytes(oldType) is { } oldBytes && VarcharBytes(type) is { } bytes && bytes >= oldBytes;

    private static int? VarcharBytes(string type)
        => type.StartsWith("varchar(", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(type.AsSpan(8).TrimEnd(')'), out var bytes)
                ? bytes
                : null;

    // https://docs.aws.amazon.com/redshift/latest/dg/performing-a-deep-copy.html
    private string CopyColumnScript(AlterColumnOperation operation, IModel? model)
    {
        var table = Helper.DelimitIdentifier(operation.Table, operation.Schema);
        var column = Helper.DelimitIdentifier(operation.Name);
        var copy = Helper.DelimitIdentifier(operation.Name + "_new");

        var definition = new MigrationCommandListBuilder(Dependencies);
        ColumnDefinition(operation.Schema, operation.Table, operation.Name + "_new", operation, model, definition);
        EndStatement(definition);

        return $"""
            ALTER TABLE {table} ADD COLUMN {definition.GetCommandList()[0].CommandText};
            UPDATE {table} SET {copy} = {column};
            ALTER TABLE {table} DROP COLUMN {column};
            ALTER TABLE {table} RENAME COLUMN {copy} TO {column};
            """;
    }

    private static void RefuseIf(bool condition, string message)
    {
        if (condition)
        {
            throw new NotSupportedException(message);
        }
    }
}
