using System.Text;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

/// <summary>
///     Many updates, or deletes, of one shape: the keys and values are inserted into a temporary table, the rows that they mean are counted
///     key by key, and one statement changes them all. It takes four statements and one for each thousand of rows.
/// </summary>
/// <remarks>
///     Counted key by key, because keys are not enforced: in a sum, a row that is missing and one that is there twice would cancel out.
///     https://docs.aws.amazon.com/redshift/latest/dg/merge-replacing-existing-rows.html
/// </remarks>
internal sealed class StagedChanges
{
    private readonly RedshiftUpdateSqlGenerator _sqlGenerator;
    private readonly StatementExecutor _executor;
    private readonly IReadOnlyModificationCommand _first;
    private readonly List<StageColumn> _columns = [];

    // Temporary tables live as long as the session, and a pooled connection's session is shared by turns.
    private readonly string _stage = "#changes_" + Guid.NewGuid().ToString("N");

    public StagedChanges(IReadOnlyModificationCommand first, RedshiftUpdateSqlGenerator sqlGenerator, StatementExecutor executor)
    {
        _first = first;
        _sqlGenerator = sqlGenerator;
        _executor = executor;
        for (var i = 0; i < first.ColumnModifications.Count; i++)
        {
            var column = first.ColumnModifications[i];
            if (column.IsCondition)
            {
                _columns.Add(new StageColumn($"c{i}", i, column, IsCondition: true));
            }

            if (column.IsWrite)
            {
                _columns.Add(new StageColumn($"v{i}", i, column, IsCondition: false));
            }
        }
    }

    /// <summary>The row's number and its values.</summary>
    public int ParametersPerRow
        => _columns.Count + 1;

    public async Task ExecuteAsync(
        IReadOnlyList<IReadOnlyModificationCommand> commands,
        IEnumerable<IReadOnlyList<IReadOnlyModificationCommand>> parts)
    {
        await _executor.ExecuteAsync(BuildCreateTable(), commands).ConfigureAwait(false);
        var row = 0;
        (int Rows, string Text)? text = null;
        foreach (var part in parts)
        {
            if (text?.Rows != part.Count)
            {
                text = (part.Count, BuildInsertText(part.Count));
            }

            await _executor.ExecuteAsync(BuildInsert(text.Value.Text, part, row), part).ConfigureAwait(false);
            row += part.Count;
        }

        var mismatches = await _executor.QueryAsync(
            BuildMatch(), commands, reader => (Row: reader.DbDataReader.GetInt32(0), Matches: reader.DbDataReader.GetInt64(1)))
            .ConfigureAwait(false);

        if (mismatches.Count > 0)
        {
            await _executor.ExecuteAsync(BuildDropTable(), commands).ConfigureAwait(false);
            mismatches.Sort();
            await _executor.ThrowConcurrencyAsync(
                mismatches.ConvertAll(mismatch => commands[mismatch.Row]),
                RedshiftStrings.RowCountMismatches(
                    _first.TableName,
                    commands.Count,
                    missing: mismatches.Count(mismatch => mismatch.Matches == 0),
                    duplicate: mismatches.Count(mismatch => mismatch.Matches > 1))).ConfigureAwait(false);

            return;
        }

        var changed = await _executor.ExecuteAsync(BuildChange(), commands).ConfigureAwait(false);
        await _executor.ExecuteAsync(BuildDropTable(), commands).ConfigureAwait(false);
        if (changed != commands.Count)
        {
            throw new DbUpdateException(
                RedshiftStrings.ChangedRowCount(_first.TableName, commands.Count, changed), StatementExecutor.Entries(commands));
        }
    }

    // The types are spelled out: a column that holds nothing but NULLs would have none.
    private Statement BuildCreateTable()
    {
        var statement = new Statement();
        AppendStage(statement.Text.Append("CREATE TEMP TABLE ")).Append(" (\"row\" integer");
        foreach (var column in _columns)
        {
            statement.Text.Append(", \"").Append(column.Name).Append("\" ").Append(column.Column.TypeMapping!.StoreType);
        }

        statement.Text.Append(')');
        return statement;
    }

    private string BuildInsertText(int rows)
    {
        var text = AppendStage(new StringBuilder("INSERT INTO ")).Append("\nVALUES ");
        var placeholder = 0;
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "($" : ",\n($").Append(++placeholder);
            foreach (var column in _columns)
            {
                text.Append(", ").Append(Statement.Placeholder(column.Column, ++placeholder));
            }

            text.Append(')');
        }

        return text.ToString();
    }

    private Statement BuildInsert(string text, IReadOnlyList<IReadOnlyModificationCommand> commands, int firstRow)
    {
        var statement = new Statement(text);
        for (var i = 0; i < commands.Count; i++)
        {
            statement.Parameters.Add(new PositionalParameter(IntTypeMapping.Default, firstRow + i, nullable: false));
            foreach (var column in _columns)
            {
                var modification = commands[i].ColumnModifications[column.Index];
                statement.Bind(modification, column.IsCondition ? modification.OriginalValue : modification.Value);
            }
        }

        return statement;
    }

    private Statement BuildMatch()
    {
        var statement = new Statement();
        var text = statement.Text;
        var key = _columns.First(column => column is { IsCondition: true, Column.IsKey: true });
        AppendStage(text.Append("SELECT ")).Append(".\"row\", COUNT(");
        AppendTarget(text, key).Append(")\nFROM ");
        AppendStage(text).Append("\nLEFT JOIN ");
        _sqlGenerator.AppendTable(text, _first.TableName, _first.Schema);
        AppendConditions(text.Append(" ON "));
        AppendStage(text.Append("\nGROUP BY ")).Append(".\"row\"\nHAVING COUNT(");
        AppendTarget(text, key).Append(") <> 1");
        return statement;
    }

    private Statement BuildChange()
    {
        var statement = new Statement();
        var text = statement.Text;
        if (_first.EntityState == EntityState.Deleted)
        {
            _sqlGenerator.AppendTable(text.Append("DELETE FROM "), _first.TableName, _first.Schema);
            AppendStage(text.Append("\nUSING "));
        }
        else
        {
            _sqlGenerator.AppendTable(text.Append("UPDATE "), _first.TableName, _first.Schema);
            var separator = " SET ";
            foreach (var column in _columns.Where(column => !column.IsCondition))
            {
                _sqlGenerator.AppendColumn(text.Append(separator), column.Column.ColumnName);
                AppendStaged(text.Append(" = "), column);
                separator = ", ";
            }

            AppendStage(text.Append("\nFROM "));
        }

        AppendConditions(text.Append("\nWHERE "));
        return statement;
    }

    private Statement BuildDropTable()
    {
        var statement = new Statement();
        AppendStage(statement.Text.Append("DROP TABLE "));
        return statement;
    }

    private void AppendConditions(StringBuilder text)
    {
        var separator = string.Empty;
        foreach (var column in _columns.Where(column => column.IsCondition))
        {
            text.Append(separator);
            separator = " AND ";
            if (column.Column is { IsKey: false, Property.IsNullable: true })
            {
                AppendStaged(AppendTarget(text.Append('('), column).Append(" = "), column);
                AppendStaged(AppendTarget(text.Append(" OR ("), column).Append(" IS NULL AND "), column).Append(" IS NULL))");
            }
            else
            {
                AppendStaged(AppendTarget(text, column).Append(" = "), column);
            }
        }
    }

    private StringBuilder AppendStage(StringBuilder text)
    {
        _sqlGenerator.AppendColumn(text, _stage);
        return text;
    }

    private StringBuilder AppendStaged(StringBuilder text, StageColumn column)
        => AppendStage(text).Append(".\"").Append(column.Name).Append('"');

    private StringBuilder AppendTarget(StringBuilder text, StageColumn column)
    {
        _sqlGenerator.AppendColumn(text, _first.TableName);
        _sqlGenerator.AppendColumn(text.Append('.'), column.Column.ColumnName);
        return text;
    }

    private sealed record StageColumn(string Name, int Index, IColumnModification Column, bool IsCondition);
}
