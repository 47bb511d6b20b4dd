using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

/// <summary>
///     Updates, or deletes, of rows of one table. Each must find exactly one row: none means that someone else changed or deleted it, and
///     more than one that the key is not unique, which Redshift does not enforce.
/// </summary>
internal sealed class RowCountGroup(IReadOnlyModificationCommand first, RedshiftUpdateSqlGenerator sqlGenerator, int maxBatchSize)
    : ModificationGroup(first, sqlGenerator, maxBatchSize)
{
    // A temporary table costs four statements beside the one that fills it.
    private const int MaxSeparateStatements = 5;

    // Without one, a change of two rows where one was meant could not be undone.
    public override bool RequiresTransaction
        => true;

    public override async Task ExecuteAsync(StatementExecutor executor)
    {
        // Without a transaction, a failure would leave the temporary table to the next user of the pooled session.
        if (Commands.Count > MaxSeparateStatements && executor.InTransaction)
        {
            var staged = new StagedChanges(Commands[0], SqlGenerator, executor);
            var columns = IndexesOf(Columns, column => column.IsCondition || column.IsWrite);
            await staged.ExecuteAsync(Commands, Split(columns, staged.ParametersPerRow)).ConfigureAwait(false);
        }
        else
        {
            await ExecuteOneByOneAsync(executor).ConfigureAwait(false);
        }

        if (ReadsBack)
        {
            foreach (var commands in Split(IndexesOf(Columns, column => column.IsKey)))
            {
                await new GeneratedValuesReader(commands, SqlGenerator, executor).ReadAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task ExecuteOneByOneAsync(StatementExecutor executor)
    {
        foreach (var command in Commands)
        {
            IReadOnlyList<IReadOnlyModificationCommand> commands = [command];
            var rows = await executor.ExecuteAsync(BuildStatement(command), commands).ConfigureAwait(false);
            if (rows != 1)
            {
                await executor.ThrowConcurrencyAsync(commands, RedshiftStrings.RowCountMismatch(TableName, rows)).ConfigureAwait(false);
            }
        }
    }

    private Statement BuildStatement(IReadOnlyModificationCommand command)
    {
        var statement = new Statement();
        if (State == EntityState.Deleted)
        {
            SqlGenerator.AppendTable(statement.Text.Append("DELETE FROM "), TableName, Schema);
        }
        else
        {
            SqlGenerator.AppendTable(statement.Text.Append("UPDATE "), TableName, Schema);
            var separator = " SET ";
            foreach (var column in command.ColumnModifications.Where(column => column.IsWrite))
            {
                SqlGenerator.AppendColumn(statement.Text.Append(separator), column.ColumnName);
                statement.Text.Append(" = ").Append(statement.Bind(column, column.Value));
                separator = ", ";
            }
        }

        AppendConditions(statement, command);
        return statement;
    }

    private void AppendConditions(Statement statement, IReadOnlyModificationCommand command)
    {
        var separator = "\nWHERE ";
        foreach (var column in command.ColumnModifications.Where(column => column.IsCondition))
        {
            SqlGenerator.AppendColumn(statement.Text.Append(separator), column.ColumnName);
            statement.Text.Append(column.OriginalValue is null ? " IS NULL" : " = ");
            if (column.OriginalValue is { } value)
            {
                statement.Text.Append(statement.Bind(column, value));
            }

            separator = " AND ";
        }
    }
}
