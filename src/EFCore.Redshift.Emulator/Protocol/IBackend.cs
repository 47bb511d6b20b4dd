namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>
///     The session's own PostgreSQL connection, for what the emulator asks on its own account between the client's statements:
///     in the client's transaction, so that uncommitted and temporary tables are seen. Nothing of it reaches the client.
/// </summary>
internal interface IBackend
{
    /// <summary>Runs one statement and returns its rows, values in PostgreSQL's text form.</summary>
    Task<IReadOnlyList<string?[]>> QueryAsync(string sql, CancellationToken cancellationToken);

    /// <summary>Runs one query and hands over its rows one by one, values in PostgreSQL's text form.</summary>
    Task StreamAsync(
        string sql,
        Func<IReadOnlyList<BackendColumn>, CancellationToken, ValueTask> onColumns,
        Func<string?[], CancellationToken, ValueTask> onRow,
        CancellationToken cancellationToken);

    /// <summary>Runs a <c>COPY … FROM STDIN</c>; what <paramref name="write" /> writes to the stream is the data.</summary>
    /// <returns>The count of rows loaded.</returns>
    Task<long> CopyInAsync(string copySql, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);
}
