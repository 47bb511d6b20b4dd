using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>What the executor of COPY and UNLOAD needs of the session.</summary>
internal sealed record EmulatedStatementContext
{
    /// <summary>The session's connection.</summary>
    public required IBackend Backend { get; init; }

    /// <summary>The session's process id.</summary>
    public required int ProcessId { get; init; }

    /// <summary>Who the client says to be.</summary>
    public required string User { get; init; }

    /// <summary>The database.</summary>
    public required string Database { get; init; }

    /// <summary>The text that the client sent.</summary>
    public required string Text { get; init; }
}
