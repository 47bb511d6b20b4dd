using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>What a session knows of itself and of the emulator that it belongs to.</summary>
internal sealed class SessionContext(EmulatorServices services, int processId, string user, string database, CancellationToken cancellation)
{
    /// <summary>Cancelled when the client asks to stop what the emulator is executing, or leaves.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    public void RecordStatement(string text, bool isPrepared)
        => services.Statements.Add(new RecordedStatement(processId, text, isPrepared));

    public void RecordRoundTrip()
        => services.Statements.AddRoundTrip();

    public Task<EmulatedStatementResult> ExecuteEmulatedAsync(TranslatedStatement statement, string text, IBackend backend)
        => services.Executor is { } executor
            ? executor.ExecuteAsync(
                statement,
                new EmulatedStatementContext { Backend = backend, ProcessId = processId, User = user, Database = database, Text = text },
                Cancellation)
            : throw new RedshiftErrorException("0A000", "COPY and UNLOAD are not supported");
}
