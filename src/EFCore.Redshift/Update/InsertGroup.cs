using System.Text;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace EFCore.Redshift.Update;

/// <summary>New rows of one table with the same columns: multi-row INSERTs, each followed by what must be read back.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/c_best-practices-multi-row-inserts.html</remarks>
internal sealed class InsertGroup(IReadOnlyModificationCommand first, RedshiftUpdateSqlGenerator sqlGenerator, int maxBatchSize)
    : ModificationGroup(first, sqlGenerator, maxBatchSize)
{
    private readonly List<int> _written = IndexesOf(first.ColumnModifications, column => column.IsWrite);
    private (int Rows, string Text)? _text;

    public override bool RequiresTransaction
        => ReadsBack || Split(_written).Skip(1).Any();

    public override async Task ExecuteAsync(StatementExecutor executor)
    {
        if (ReadsBack && !executor.InTransaction)
        {
            throw new DbUpdateException(RedshiftStrings.ReadBackWithoutTransaction(TableName), StatementExecutor.Entries(Commands));
        }

        foreach (var commands in Split(_written))
        {
            if (!ReadsBack)
            {
                await InsertAsync(executor, commands).ConfigureAwait(false);
                continue;
            }

            var generatedValues = new GeneratedValuesReader(commands, SqlGenerator, executor);
            await generatedValues.PrepareAsync().ConfigureAwait(false);
            await InsertAsync(executor, commands).ConfigureAwait(false);
            await generatedValues.ReadAsync().ConfigureAwait(false);
        }
    }

    private async Task InsertAsync(StatementExecutor executor, IReadOnlyList<IReadOnlyModificationCommand> commands)
    {
        int inserted;
        try
        {
            inserted = await executor.ExecuteAsync(BuildInsert(commands), commands).ConfigureAwait(false);
        }
        catch (DbUpdateException exception) when (IsRefusedIdentityValue(exception, out var column))
        {
            throw new DbUpdateException(
                RedshiftStrings.ExplicitIdentityValue(TableName, column), exception.InnerException, StatementExecutor.Entries(commands));
        }

        if (inserted != commands.Count)
        {
            throw new DbUpdateException(
                RedshiftStrings.InsertedRowCount(TableName, commands.Count, inserted), StatementExecutor.Entries(commands));
        }
    }

    // The text of a full statement has no values in it, so that it is written once for all full statements.
    private Statement BuildInsert(IReadOnlyList<IReadOnlyModificationCommand> commands)
    {
        if (_text?.Rows != commands.Count)
        {
            _text = (commands.Count, BuildText(commands.Count));
        }

        var statement = new Statement(_text.Value.Text);
        foreach (var command in commands)
        {
            foreach (var index in _written)
            {
                var column = command.ColumnModifications[index];
                statement.Bind(column, column.Value);
            }
        }

        return statement;
    }

    private string BuildText(int rows)
    {
        var text = new StringBuilder();

        // Several rows that the database fills alone: DEFAULT VALUES makes but one, and a column must be named for the list to be one.
        var columns = _written.Count > 0 ? _written : IndexesOf(Columns, column => column.IsRead);
        SqlGenerator.AppendInsertHeader(text, TableName, Schema, [.. columns.Select(index => Columns[index])]);
        var placeholder = 0;
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ",\n(");
            for (var i = 0; i < columns.Count; i++)
            {
                if (i > 0)
                {
                    text.Append(", ");
                }

                if (_written.Count > 0)
                {
                    text.Append(Statement.Placeholder(Columns[columns[i]], ++placeholder));
                }
                else
                {
                    text.Append("DEFAULT");
                }
            }

            text.Append(')');
        }

        return text.ToString();
    }

    // The message is "cannot set an identity column to a value" for a column made as IDENTITY(seed, step).
    // https://docs.aws.amazon.com/redshift/latest/dg/c_Examples_of_INSERT_30.html
    private bool IsRefusedIdentityValue(DbUpdateException exception, out string column)
    {
        var generated = _written.Select(index => Columns[index]).FirstOrDefault(written => written.Property?.ValueGenerated == ValueGenerated.OnAdd);
        column = generated?.ColumnName ?? string.Empty;
        return generated is not null
            && exception.InnerException is PostgresException { MessageText: var message }
            && message.Contains("identity column", StringComparison.OrdinalIgnoreCase);
    }
}
