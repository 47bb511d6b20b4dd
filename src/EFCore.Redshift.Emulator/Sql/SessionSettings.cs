using System.Collections.Frozen;
using EFCore.Redshift.Emulator.Refusals;

namespace EFCore.Redshift.Emulator.Sql;

/// <summary>What of a session changes the meaning of a text.</summary>
internal sealed record SessionSettings
{
    /// <summary>Whether <c>enable_case_sensitive_identifier</c> is on, so that quoted names keep their case.</summary>
    public bool CaseSensitiveIdentifiers { get; init; }

    /// <summary>Whether a transaction block is open.</summary>
    public bool InTransactionBlock { get; init; }

    /// <summary>Whether names longer than 127 bytes are refused, where Redshift cuts them in silence.</summary>
    public bool Strict { get; init; }

    /// <summary>What the documentation leaves open, and is let through instead of refused.</summary>
    public IReadOnlySet<UncertainFeature> Relaxed { get; init; } = FrozenSet<UncertainFeature>.Empty;
}
