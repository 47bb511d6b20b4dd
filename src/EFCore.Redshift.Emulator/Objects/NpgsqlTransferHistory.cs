using EFCore.Redshift.Emulator.Objects.Copy;
using EFCore.Redshift.Emulator.Objects.Unload;
using Npgsql;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>Writes over connections of the emulator's own, so that what is written survives a rollback.</summary>
internal sealed class NpgsqlTransferHistory(Func<string, string> connectionStrings) : ITransferHistory
{
    // The first user that is made on a cluster.
    private const int UserId = 100;

    public async Task WriteErrorsAsync(LoadRun run, IReadOnlyList<LoadError> errors, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch();
        await using (batch.ConfigureAwait(false))
        {
            foreach (var error in errors)
            {
                batch.BatchCommands.Add(CreateError(run, error));
                for (var i = 0; i < error.Fields.Count; i++)
                {
                    batch.BatchCommands.Add(CreateErrorDetail(run, error, i));
                }
            }

            await ExecuteAsync(batch, run.Database, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task WriteLoadAsync(LoadRun run, LoadResult result, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch();
        await using (batch.ConfigureAwait(false))
        {
            foreach (var file in result.Files)
            {
                batch.BatchCommands.Add(
                    Command(
                        """
                        INSERT INTO pg_catalog.stl_load_commits (
                            userid, query, slice, name, filename, byte_offset, lines_scanned, errors, curtime, status, file_format)
                        VALUES ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9, $10)
                        """,
                        UserId,
                        (int)run.QueryId,
                        Cut(file.Location.ToString(), 256),
                        Cut(file.Location.ToString(), 256),
                        (int)Math.Min(file.Bytes, int.MaxValue),
                        file.Lines,
                        file.Errors,
                        Now(),
                        file.Errors == 0 ? 1 : 2,
                        run.Format));
            }

            foreach (var replacement in result.Replacements)
            {
                batch.BatchCommands.Add(
                    Command(
                        """
                        INSERT INTO pg_catalog.stl_replacements (
                            userid, query, slice, tbl, starttime, session, filename, line_number, colname, raw_line)
                        VALUES ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9)
                        """,
                        UserId,
                        (int)run.QueryId,
                        run.Table.Id,
                        run.StartTime,
                        run.ProcessId,
                        Cut(replacement.File, 256),
                        replacement.Line,
                        Cut(replacement.Column, 127),
                        replacement.RawLine));
            }

            var end = Now();
            batch.BatchCommands.Add(
                Command(
                    """
                    INSERT INTO pg_catalog.sys_load_history (
                        user_id, query_id, transaction_id, session_id, database_name, status, table_name, start_time, end_time, duration,
                        data_source, file_format, loaded_rows, loaded_bytes, source_file_count, source_file_bytes, file_count_scanned,
                        file_bytes_scanned, error_count)
                    VALUES ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
                    """,
                    UserId,
                    run.QueryId,
                    run.ProcessId,
                    run.Database,
                    result.IsCompleted ? "completed" : "aborted",
                    run.Table.Name,
                    run.StartTime,
                    end,
                    Microseconds(run.StartTime, end),
                    run.Source,
                    run.Format,
                    result.Rows,
                    result.Bytes,
                    result.FileCount,
                    result.Files.Sum(f => f.Bytes),
                    result.Files.Count,
                    result.Files.Sum(f => f.Bytes),
                    (long)result.ErrorCount));
            await ExecuteAsync(batch, run.Database, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task WriteUnloadAsync(UnloadRun run, UnloadResult result, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch();
        await using (batch.ConfigureAwait(false))
        {
            var end = Now();
            foreach (var file in result.Files)
            {
                batch.BatchCommands.Add(
                    Command(
                        """
                        INSERT INTO pg_catalog.stl_unload_log (
                            userid, query, slice, pid, path, start_time, end_time, line_count, transfer_size, file_format)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                        """,
                        UserId,
                        (int)run.QueryId,
                        file.Slice,
                        run.ProcessId,
                        Cut(file.Location.ToString(), 1280),
                        run.StartTime,
                        end,
                        file.Rows,
                        file.Bytes,
                        run.Format));
            }

            batch.BatchCommands.Add(
                Command(
                    """
                    INSERT INTO pg_catalog.sys_unload_history (
                        user_id, query_id, transaction_id, session_id, database_name, status, start_time, end_time, duration, file_format,
                        compression_type, unloaded_location, unloaded_rows, unloaded_files_count, unloaded_files_size)
                    VALUES ($1, $2, 0, $3, $4, 'success', $5, $6, $7, $8, $9, $10, $11, $12, $13)
                    """,
                    UserId,
                    run.QueryId,
                    run.ProcessId,
                    run.Database,
                    run.StartTime,
                    end,
                    Microseconds(run.StartTime, end),
                    run.Format,
                    run.Compression,
                    run.Destination,
                    result.Rows,
                    (long)result.Files.Count,
                    result.Files.Sum(f => f.Bytes)));
            await ExecuteAsync(batch, run.Database, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ExecuteAsync(NpgsqlBatch batch, string database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionStrings(database));
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            batch.Connection = connection;
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static NpgsqlBatchCommand CreateError(LoadRun run, LoadError error)
        => Command(
            """
            INSERT INTO pg_catalog.stl_load_errors (
                userid, slice, tbl, starttime, session, query, filename, line_number, colname, type, col_length, position, raw_line,
                raw_field_value, err_code, err_reason)
            VALUES ($1, 0, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            UserId,
            run.Table.Id,
            run.StartTime,
            run.ProcessId,
            (int)run.QueryId,
            Cut(error.File, 256),
            error.Line,
            Cut(error.Column, 127),
            Cut(error.Type, 10),
            Cut(error.Length, 10),
            error.Fault.Position,
            error.RawLine,
            error.RawValue,
            error.Fault.Code,
            Cut(error.Fault.Reason, 100));

    private static NpgsqlBatchCommand CreateErrorDetail(LoadRun run, LoadError error, int field)
        => Command(
            """
            INSERT INTO pg_catalog.stl_loaderror_detail (
                userid, slice, session, query, filename, line_number, field, colname, value, is_null, type, col_length)
            VALUES ($1, 0, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            UserId,
            run.ProcessId,
            (int)run.QueryId,
            Cut(error.File, 256),
            error.Line,
            field,
            Cut(error.Fields[field].Column, 127),
            error.Fields[field].Value,
            error.Fields[field].IsNull ? 1 : 0,
            Cut(error.Fields[field].Type, 10),
            Cut(error.Fields[field].Length, 10));

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private static DateTime Now()
        => DateTime.SpecifyKind(DateTime.UtcNow, DateTimeKind.Unspecified);

    private static long Microseconds(DateTime start, DateTime end)
        => (end - start).Ticks / TimeSpan.TicksPerMicrosecond;

    // The columns are CHAR, which holds ASCII only.
    private static string Cut(string text, int length)
        => LoadErrorText.Show(System.Text.Encoding.UTF8.GetBytes(text)) is var shown && shown.Length > length ? shown[..length] : shown;
}
