using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

/// <summary>One statement of a client's text, parsed, checked and ready to be executed.</summary>
internal sealed record TranslatedStatement
{
    /// <summary>The statement as the client wrote it.</summary>
    public required Statement Tree { get; init; }

    /// <summary>The text for PostgreSQL, printed from the rewritten tree; null where the emulator itself executes the statement (COPY, UNLOAD).</summary>
    public string? PostgresSql { get; init; }

    /// <summary>For an UNLOAD, the text of its query for PostgreSQL, printed from the rewritten tree; null for all other statements.</summary>
    public string? UnloadQuery { get; init; }

    /// <summary>Texts run just before the statement, in the same transaction; their results are dropped.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Texts run just after the statement, in the same transaction; their results are dropped.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The command tag to answer with instead of PostgreSQL's, or null.</summary>
    public string? CommandTag { get; init; }

    /// <summary>Whether names may mean something else afterwards, so that cached translations are void.</summary>
    public bool ChangesCatalog { get; init; }
}
