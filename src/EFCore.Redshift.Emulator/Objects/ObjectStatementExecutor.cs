using EFCore.Redshift.Emulator.Objects.Copy;
using EFCore.Redshift.Emulator.Objects.Unload;
using EFCore.Redshift.Emulator.Protocol;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;
using Npgsql;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>Executes the statements that move data between tables and objects: COPY and UNLOAD.</summary>
internal sealed class ObjectStatementExecutor(IObjectStore store, ITransferHistory history) : IEmulatedStatementExecutor
{
    private readonly CopyExecutor _copy = new(store, history);
    private readonly UnloadExecutor _unload = new(store, history);
    private long _lastQueryId = 1000;

    public async Task<EmulatedStatementResult> ExecuteAsync(
        TranslatedStatement statement, EmulatedStatementContext context, CancellationToken cancellationToken)
    {
        var queryId = Interlocked.Increment(ref _lastQueryId);
        try
        {
            return statement.Tree switch
            {
                CopyStatement copy => await _copy.ExecuteAsync(copy, queryId, context, cancellationToken).ConfigureAwait(false),
                UnloadStatement unload when statement.UnloadQuery is { } query =>
                    await _unload.ExecuteAsync(unload, query, queryId, context, cancellationToken).ConfigureAwait(false),
                _ => throw new RedshiftErrorException("0A000", "The emulator does not execute this statement")
            };
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or NpgsqlException)
        {
            // Neither is an end of the client's connection.
            throw EngineError.Create(exception.Message, 8001, "");
        }
    }
}
