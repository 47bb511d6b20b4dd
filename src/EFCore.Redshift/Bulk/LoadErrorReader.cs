using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace EFCore.Redshift.Bulk;

/// <summary>Asks the system views why a COPY failed.</summary>
/// <remarks>
///     The failed statement's number is not kept when it is rolled back, but the session's is, so the latest errors of the session are those
///     of the COPY. They are read on a second connection, because the driver closes a connection that had an error of class XX.
///     https://docs.aws.amazon.com/redshift/latest/dg/SYS_LOAD_ERROR_DETAIL.html
/// </remarks>
internal sealed class LoadErrorReader(NpgsqlConnection connection, int processId, bool async, CancellationToken cancellationToken)
{
    private const int MaxErrors = 20;

    // The views are filled a moment after the failure.
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The query, for a user to run when it could not be run here.</summary>
    public string Query { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT file_name, line_number, column_name, column_type, error_message
        FROM sys_load_error_detail
        WHERE session_id = {processId}
        ORDER BY start_time DESC, line_number
        LIMIT {MaxErrors}
        """);

    // "Load into table 'sales' failed.  Check 'stl_load_errors' system table for details."
    public static bool IsLoadFailure(PostgresException exception)
        => exception.MessageText.Contains("load_error", StringComparison.OrdinalIgnoreCase)
            || (exception.Detail ?? string.Empty).Contains("load_error", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the errors; none where no second connection is to be had, or the views are not to be read.</summary>
    public async Task<IReadOnlyList<RedshiftLoadError>> ReadAsync()
    {
        var second = (NpgsqlConnection)((ICloneable)connection).Clone();
        await using (second.ConfigureAwait(false))
        {
            try
            {
                if (async)
                {
                    await second.OpenAsync(cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    second.Open();
                }

                for (var attempt = 0; attempt < Attempts; attempt++)
                {
                    var errors = await ReadAsync(second).ConfigureAwait(false);
                    if (errors.Count > 0)
                    {
                        return errors;
                    }

                    await PauseAsync().ConfigureAwait(false);
                }
            }
            catch (DbException)
            {
                // The failure of the COPY is the one to report; its exception holds the query.
            }

            return [];
        }
    }

    private async Task<List<RedshiftLoadError>> ReadAsync(NpgsqlConnection open)
    {
        var command = open.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = Query;
            var reader = async ? await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false) : command.ExecuteReader();
            await using (reader.ConfigureAwait(false))
            {
                var errors = new List<RedshiftLoadError>();
                while (async ? await reader.ReadAsync(cancellationToken).ConfigureAwait(false) : reader.Read())
                {
                    errors.Add(new RedshiftLoadError(
                        Text(reader, 0), Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture), Text(reader, 2), Text(reader, 3), Text(reader, 4)));
                }

                return errors;
            }
        }
    }

    private async Task PauseAsync()
    {
        if (async)
        {
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            cancellationToken.WaitHandle.WaitOne(Pause);
        }
    }

    private static string Text(DbDataReader reader, int ordinal)
        => reader.IsDBNull(ordinal) ? string.Empty : reader.GetString(ordinal).TrimEnd(' ');
}
