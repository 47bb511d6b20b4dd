using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>A statement as PostgreSQL is to execute it.</summary>
internal sealed record RewrittenStatement
{
    public required Statement Tree { get; init; }

    /// <summary>Texts run just before the statement, in the same transaction.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Texts run just after the statement, in the same transaction.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The command tag to answer with instead of PostgreSQL's, or null.</summary>
    public string? CommandTag { get; init; }
}
