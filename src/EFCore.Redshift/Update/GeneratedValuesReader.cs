using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

/// <summary>
///     Reads what the database generated for rows that were just inserted: by their key or a declared alternate key where there is one; else
///     it reads which rows like them exist before and after the insert.
/// </summary>
/// <remarks>
///     A transaction sees one snapshot and its own changes, so what is there afterwards and was not before are exactly the inserted rows.
///     https://docs.aws.amazon.com/redshift/latest/dg/c_serial_isolation.html
/// </remarks>
internal sealed class GeneratedValuesReader
{
    private readonly IReadOnlyList<IReadOnlyModificationCommand> _commands;
    private readonly IReadOnlyList<IColumnModification> _columns;
    private readonly RedshiftUpdateSqlGenerator _sqlGenerator;
    private readonly StatementExecutor _executor;
    private readonly RowFilter _filter;
    private readonly List<int> _written;
    private readonly List<int> _read;
    private readonly List<int> _key;
    private readonly List<int>? _knownKey;
    private HashSet<RowValues>? _keysBefore;

    public GeneratedValuesReader(
        IReadOnlyList<IReadOnlyModificationCommand> commands,
        RedshiftUpdateSqlGenerator sqlGenerator,
        StatementExecutor executor)
    {
        _commands = commands;
        _columns = commands[0].ColumnModifications;
        _sqlGenerator = sqlGenerator;
        _executor = executor;
        _filter = new RowFilter(sqlGenerator, commands);
        _written = IndexesOf(column => column.IsWrite && StoredValue.IsComparable(column));
        _read = IndexesOf(column => column.IsRead);
        _key = IndexesOf(column => column.IsKey);
        _knownKey = FindKnownKey();
    }

    /// <summary>To be called before the rows are changed.</summary>
    public async Task PrepareAsync()
    {
        if (_knownKey is null)
        {
            var statement = BuildQuery(_key, _written);
            _keysBefore = [.. await _executor.QueryAsync(statement, _commands, reader => Read(reader, _key, 0)).ConfigureAwait(false)];
        }
    }

    /// <summary>To be called afterwards, in the same transaction: sets the generated values in the entities.</summary>
    public Task ReadAsync()
        => _knownKey is not null
            ? ReadByKeyAsync(_knownKey)
            : _keysBefore is not null
                ? ReadNewRowsAsync(_keysBefore)
                : throw Failure(RedshiftStrings.KeyNotComparable(Table, Names(Columns(_key))), _commands);

    private async Task ReadByKeyAsync(List<int> key)
    {
        var keyColumns = Columns(key);
        var expected = new Dictionary<RowValues, IReadOnlyModificationCommand>();
        foreach (var command in _commands)
        {
            if (!expected.TryAdd(Written(command, key).Normalized(keyColumns), command))
            {
                throw NotUnique(key, command);
            }
        }

        var found = new Dictionary<RowValues, GeneratedRow>();
        foreach (var row in await QueryAsync(key, key).ConfigureAwait(false))
        {
            // The filter may let rows through that nobody asked for.
            var rowKey = row.Values.Normalized(keyColumns);
            if (expected.TryGetValue(rowKey, out var command) && !found.TryAdd(rowKey, row))
            {
                throw NotUnique(key, command);
            }
        }

        foreach (var (rowKey, command) in expected)
        {
            if (!found.TryGetValue(rowKey, out var row))
            {
                throw Failure(RedshiftStrings.RowNotFound(Table, Names(keyColumns)), [command]);
            }

            Propagate(command, row);
        }
    }

    private async Task ReadNewRowsAsync(HashSet<RowValues> keysBefore)
    {
        // The key stands at the end, after the values that tell the rows apart.
        var rows = await QueryAsync([.. _written, .. _key], _written).ConfigureAwait(false);
        rows.RemoveAll(row => keysBefore.Contains(row.Values.Slice(_written.Count)));
        if (rows.Count != _commands.Count)
        {
            throw Failure(RedshiftStrings.GeneratedKeysNotFound(Table, _commands.Count, rows.Count), _commands);
        }

        var columns = Columns(_written);
        var rowsByValues = rows.ToLookup(row => row.Values.Slice(0, _written.Count).Normalized(columns));
        foreach (var equals in _commands.GroupBy(command => Written(command, _written).Normalized(columns)))
        {
            Assign([.. equals], [.. rowsByValues[equals.Key]]);
        }
    }

    // Entities and rows that are equal once stored. The values are first compared as they were written: 'a' and 'a ' are equal, but a
    // VARCHAR column keeps the blank. What then remains may be assigned in any order only if nothing tells the rows apart.
    private void Assign(List<IReadOnlyModificationCommand> commands, List<GeneratedRow> rows)
    {
        if (commands.Count != rows.Count || (commands.Count > 1 && !AgreeInUncomparedColumns(commands)))
        {
            throw Failure(RedshiftStrings.GeneratedKeysAmbiguous(Table), commands);
        }

        if (commands is [var command])
        {
            Propagate(command, rows[0]);
            return;
        }

        var rowsByValues = rows.GroupBy(row => row.Values.Slice(0, _written.Count))
            .ToDictionary(group => group.Key, group => new Queue<GeneratedRow>(group));

        var remaining = new List<IReadOnlyModificationCommand>();
        foreach (var candidate in commands)
        {
            if (rowsByValues.TryGetValue(Written(candidate, _written), out var equal) && equal.TryDequeue(out var row))
            {
                Propagate(candidate, row);
            }
            else
            {
                remaining.Add(candidate);
            }
        }

        var left = rowsByValues.Values.Where(queue => queue.Count > 0).ToList();
        if (left.Count > 1)
        {
            throw Failure(RedshiftStrings.GeneratedKeysAmbiguous(Table), remaining);
        }

        foreach (var candidate in remaining)
        {
            Propagate(candidate, left[0].Dequeue());
        }
    }

    private bool AgreeInUncomparedColumns(List<IReadOnlyModificationCommand> commands)
    {
        foreach (var index in IndexesOf(column => column.IsWrite && !StoredValue.IsComparable(column)))
        {
            var comparer = _columns[index].TypeMapping!.Comparer;
            var value = commands[0].ColumnModifications[index].Value;
            if (!commands.TrueForAll(command => comparer.Equals(value, command.ColumnModifications[index].Value)))
            {
                return false;
            }
        }

        return true;
    }

    // The primary key when it was written, else a key or unique index of the model that has a value in every row.
    private List<int>? FindKnownKey()
    {
        if (_key.Count > 0 && _key.TrueForAll(index => !_columns[index].IsRead && StoredValue.IsComparable(_columns[index])))
        {
            return _key;
        }

        if (_commands[0].Table is not { } table)
        {
            return null;
        }

        return table.UniqueConstraints.Where(constraint => constraint != table.PrimaryKey).Select(constraint => constraint.Columns)
            .Concat(table.Indexes.Where(index => index.IsUnique && index.Filter is null).Select(index => index.Columns))
            .Select(columns => columns.Select(column => IndexesOf(modification => modification.ColumnName == column.Name)).ToList())
            .Where(matches => matches.TrueForAll(match => match is [var index] && IsKnownInEveryRow(index)))
            .Select(matches => matches.ConvertAll(match => match[0]))
            .FirstOrDefault();
    }

    private bool IsKnownInEveryRow(int index)
        => _columns[index].IsWrite
            && StoredValue.IsExact(_columns[index])
            && _commands.All(command => command.ColumnModifications[index].Value is not null);

    private Task<List<GeneratedRow>> QueryAsync(List<int> compared, List<int> filtered)
        => _executor.QueryAsync(
            BuildQuery([.. _read, .. compared], filtered),
            _commands,
            reader => new GeneratedRow(ReadGenerated(reader), Read(reader, compared, _read.Count)));

    private Statement BuildQuery(List<int> columns, List<int> filtered)
    {
        var statement = new Statement();
        var separator = "SELECT ";
        foreach (var index in columns)
        {
            _sqlGenerator.AppendColumnToRead(statement.Text.Append(separator), _columns[index]);
            separator = ", ";
        }

        _sqlGenerator.AppendTable(statement.Text.Append("\nFROM "), Table, _commands[0].Schema);
        _filter.AppendTo(statement, filtered);
        return statement;
    }

    private object?[] ReadGenerated(RelationalDataReader reader)
    {
        var values = new object?[_read.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.DbDataReader.IsDBNull(i)
                ? null
                : _columns[_read[i]].Property!.GetReaderFieldValue(reader, i, detailedErrorsEnabled: false);
        }

        return values;
    }

    private RowValues Read(RelationalDataReader reader, List<int> indexes, int firstOrdinal)
    {
        var values = new object?[indexes.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = StoredValue.Read(reader, firstOrdinal + i, _columns[indexes[i]]);
        }

        return new RowValues(values);
    }

    private RowValues Written(IReadOnlyModificationCommand command, List<int> indexes)
    {
        var values = new object?[indexes.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = StoredValue.Written(_columns[indexes[i]], command.ColumnModifications[indexes[i]].Value);
        }

        return new RowValues(values);
    }

    private void Propagate(IReadOnlyModificationCommand command, GeneratedRow row)
    {
        for (var i = 0; i < _read.Count; i++)
        {
            var column = command.ColumnModifications[_read[i]];
            if (row.Generated[i] is null && !column.Property!.IsNullable)
            {
                throw Failure(RedshiftStrings.NoValueGenerated(Table, column.ColumnName), [command]);
            }

            column.Value = row.Generated[i];
        }
    }

    private List<int> IndexesOf(Func<IColumnModification, bool> condition)
        => [.. Enumerable.Range(0, _columns.Count).Where(index => condition(_columns[index]))];

    private List<IColumnModification> Columns(List<int> indexes)
        => indexes.ConvertAll(index => _columns[index]);

    private string Table
        => _commands[0].TableName;

    private DbUpdateException NotUnique(List<int> key, IReadOnlyModificationCommand command)
        => Failure(RedshiftStrings.KeyNotUnique(Table, Names(Columns(key))), [command]);

    private static string Names(List<IColumnModification> columns)
        => string.Join(", ", columns.Select(column => column.ColumnName));

    private static DbUpdateException Failure(string message, IReadOnlyList<IReadOnlyModificationCommand> commands)
        => new(message, StatementExecutor.Entries(commands));

    private readonly record struct GeneratedRow(object?[] Generated, RowValues Values);
}
