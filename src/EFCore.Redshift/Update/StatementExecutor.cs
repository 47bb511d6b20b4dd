using EFCore.Redshift.Properties;
using EFCore.Redshift.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

/// <summary>Sends the statements of one batch, each as a command of its own, synchronously or not as the caller of SaveChanges asked.</summary>
internal sealed class StatementExecutor(
    ModificationCommandBatchFactoryDependencies dependencies,
    IRelationalConnection connection,
    bool async,
    CancellationToken cancellationToken)
{
    /// <summary>Whether something began a transaction that all statements of the batch run in.</summary>
    public bool InTransaction
        => connection.IsInTransaction();

    /// <summary>Sends a statement that changes rows.</summary>
    /// <returns>The number of rows that it changed.</returns>
    public async Task<int> ExecuteAsync(Statement statement, IReadOnlyList<IReadOnlyModificationCommand> commands)
    {
        try
        {
            return await SendAsync(statement, commands, reader => Task.FromResult(reader.DbDataReader.RecordsAffected)).ConfigureAwait(false);
        }
        catch (DbUpdateException e) when (!InTransaction && e.InnerException is { } cause && RedshiftTransaction.AnswerWasLost(cause))
        {
            // The statement commits itself.
            throw new RedshiftCommitUnknownException(RedshiftStrings.CommitUnknown, cause);
        }
    }

    /// <summary>Sends a query and reads all of its rows.</summary>
    public Task<List<T>> QueryAsync<T>(
        Statement statement,
        IReadOnlyList<IReadOnlyModificationCommand> commands,
        Func<RelationalDataReader, T> readRow)
        => SendAsync(statement, commands, async reader =>
        {
            var rows = new List<T>();
            while (async ? await reader.ReadAsync(cancellationToken).ConfigureAwait(false) : reader.Read())
            {
                rows.Add(readRow(reader));
            }

            return rows;
        });

    /// <summary>Throws EF's concurrency exception, unless an interceptor suppresses it.</summary>
    public async Task ThrowConcurrencyAsync(IReadOnlyList<IReadOnlyModificationCommand> commands, string message)
    {
        var entries = Entries(commands);
        var exception = new DbUpdateConcurrencyException(message, entries);
        var context = dependencies.CurrentContext.Context;
        var result = async
            ? await dependencies.UpdateLogger.OptimisticConcurrencyExceptionAsync(
                context, entries, exception, createEventData: null, cancellationToken).ConfigureAwait(false)
            : dependencies.UpdateLogger.OptimisticConcurrencyException(context, entries, exception, createEventData: null);

        if (!result.IsSuppressed)
        {
            throw exception;
        }
    }

    public static List<IUpdateEntry> Entries(IReadOnlyList<IReadOnlyModificationCommand> commands)
        => [.. commands.SelectMany(command => command.Entries)];

    private async Task<T> SendAsync<T>(
        Statement statement,
        IReadOnlyList<IReadOnlyModificationCommand> commands,
        Func<RelationalDataReader, Task<T>> consume)
    {
        try
        {
            var command = statement.Build(dependencies.CommandBuilderFactory);
            var parameters = new RelationalCommandParameterObject(
                connection, null, null, dependencies.CurrentContext.Context, dependencies.Logger, CommandSource.SaveChanges);

            if (async)
            {
                var reader = await command.ExecuteReaderAsync(parameters, cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    return await consume(reader).ConfigureAwait(false);
                }
            }

            using (var reader = command.ExecuteReader(parameters))
            {
                return await consume(reader).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is not DbUpdateException and not OperationCanceledException)
        {
            throw new DbUpdateException(RelationalStrings.UpdateStoreException, exception, Entries(commands));
        }
    }
}
