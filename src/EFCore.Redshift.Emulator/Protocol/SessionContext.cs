using System.Net.Sockets;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>What a session knows of itself and of the emulator that it belongs to.</summary>
internal sealed class SessionContext(
    EmulatorServices services, Socket client, int processId, string user, string database, Action cut, CancellationToken cancellation)
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(200);

    // What the session has asked to go wrong; the emulator's own is asked for by its owner.
    private readonly RedshiftFaults _faults = new();
    private volatile CancellationTokenSource? _executing;

    /// <summary>Cancelled when the client leaves.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>How long to wait before what a client waits for is answered.</summary>
    public TimeSpan RoundTripDelay
        => _faults.RoundTripDelay + services.Faults.RoundTripDelay;

    /// <summary>How long to wait before a statement is executed.</summary>
    public TimeSpan StatementDelay
        => _faults.StatementDelay + services.Faults.StatementDelay;

    public void RecordStatement(string text, bool isPrepared)
        => services.Statements.Add(new RecordedStatement(processId, SecretText.Hide(text), isPrepared));

    public void RecordRoundTrip()
        => services.Statements.AddRoundTrip();

    public void ApplyFaultSetting(SetStatement set)
        => _faults.Apply(set);

    public RedshiftErrorException? CountStatement()
        => _faults.CountStatement() ?? services.Faults.CountStatement();

    public CommitFault TakeCommitFault()
        => _faults.TakeCommitFault() is var fault and not CommitFault.None ? fault : services.Faults.TakeCommitFault();

    /// <summary>Ends the session without a word.</summary>
    public void Cut()
        => cut();

    /// <summary>Executes COPY or UNLOAD.</summary>
    public async Task<EmulatedStatementResult> ExecuteEmulatedAsync(TranslatedStatement statement, string text, IBackend backend)
    {
        using var executing = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        // Nobody reads from the client meanwhile, so that somebody has to look whether it is still there.
        var watch = new Timer(_ => CancelIfClientHasLeft(executing), null, WatchInterval, WatchInterval);
        await using (watch.ConfigureAwait(false))
        {
            _executing = executing;
            try
            {
                var context = new EmulatedStatementContext
                {
                    Backend = backend, ProcessId = processId, User = user, Database = database, Text = text,
                };
                return await services.Executor.ExecuteAsync(statement, context, executing.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (executing.IsCancellationRequested)
            {
                throw new RedshiftErrorException("57014", "canceling statement due to user request");
            }
            catch (IOException exception)
            {
                // Of the object store. Where it is PostgreSQL that has gone, telling it of this will show.
                throw new RedshiftErrorException("XX000", exception.Message);
            }
            finally
            {
                _executing = null;
            }
        }
    }

    /// <summary>Stops the COPY or UNLOAD that is executed, if one is.</summary>
    public void CancelExecuting()
    {
        try
        {
            _executing?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended.
        }
    }

    private void CancelIfClientHasLeft(CancellationTokenSource executing)
    {
        try
        {
            if (client.Poll(0, SelectMode.SelectRead) && client.Available == 0)
            {
                executing.Cancel();
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The session is ending anyway.
        }
    }
}
