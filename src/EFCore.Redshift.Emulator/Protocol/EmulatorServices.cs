using System.Net;
using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Refusals;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>What all sessions share.</summary>
internal sealed record EmulatorServices
{
    /// <summary>Where PostgreSQL listens.</summary>
    public required EndPoint Server { get; init; }

    public required RedshiftEmulatorOptions Options { get; init; }

    /// <summary>Turns a client's text into what PostgreSQL and the emulator execute, one statement after another.</summary>
    public required Func<string, SessionSettings, ICatalog, CancellationToken, IAsyncEnumerable<TranslatedStatement>> Translate { get; init; }

    /// <summary>What is let through although the documentation leaves it open.</summary>
    public required IReadOnlySet<UncertainFeature> Relaxations { get; init; }

    public required SharedCatalog Catalog { get; init; }

    /// <summary>Executes COPY and UNLOAD.</summary>
    public required IEmulatedStatementExecutor Executor { get; init; }

    /// <summary>What is to go wrong in whichever session comes first.</summary>
    public required RedshiftFaults Faults { get; init; }

    public required RecordedStatements Statements { get; init; }
}
