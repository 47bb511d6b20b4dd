using System.Text;
using EFCore.Redshift.Emulator.Protocol;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>Stands in for PostgreSQL: knows one table, takes the data of COPY, and answers every query with the same rows.</summary>
internal sealed class FakeBackend : IBackend
{
    /// <summary>The table's columns: name, type, whether it is NOT NULL, whether it has a default, whether it is an identity.</summary>
    public IReadOnlyList<(string Name, string Type, bool NotNull, bool HasDefault, bool IsIdentity)> Columns { get; init; } = [];

    public IReadOnlyList<BackendColumn> ResultColumns { get; init; } = [];

    public IEnumerable<string?[]> ResultRows { get; init; } = [];

    public List<string> Queries { get; } = [];

    public string? CopySql { get; private set; }

    public MemoryStream Copied { get; } = new();

    /// <summary>The rows that COPY has sent, in PostgreSQL's text format.</summary>
    public string[] CopiedRows
        => Encoding.UTF8.GetString(Copied.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public Task<IReadOnlyList<string?[]>> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        Queries.Add(sql);
        return Task.FromResult<IReadOnlyList<string?[]>>(
            sql.Contains("pg_attribute", StringComparison.Ordinal)
                ? [.. Columns.Select(c => (string?[])["16500", "public", "t", "r", c.Name, c.Type, Bool(c.NotNull), Bool(c.HasDefault), Bool(c.IsIdentity)])]
                : [[]]);
    }

    public async Task StreamAsync(
        string sql,
        Func<IReadOnlyList<BackendColumn>, CancellationToken, ValueTask> onColumns,
        Func<string?[], CancellationToken, ValueTask> onRow,
        CancellationToken cancellationToken)
    {
        Queries.Add(sql);
        await onColumns(ResultColumns, cancellationToken);
        foreach (var row in ResultRows)
        {
            await onRow(row, cancellationToken);
        }
    }

    public async Task<long> CopyInAsync(string copySql, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        CopySql = copySql;
        await write(Copied, cancellationToken);
        return CopiedRows.Length;
    }

    private static string Bool(bool value)
        => value ? "t" : "f";
}
