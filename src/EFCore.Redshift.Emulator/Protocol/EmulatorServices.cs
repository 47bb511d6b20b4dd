using System.Net;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>What all sessions share.</summary>
internal sealed record EmulatorServices
{
    /// <summary>Where PostgreSQL listens.</summary>
    public required EndPoint Server { get; init; }

    public required RedshiftEmulatorOptions Options { get; init; }

    public required IStatementTranslator Translator { get; init; }

    /// <summary>Executes COPY and UNLOAD.</summary>
    public IEmulatedStatementExecutor? Executor { get; init; }

    public required RecordedStatements Statements { get; init; }
}
