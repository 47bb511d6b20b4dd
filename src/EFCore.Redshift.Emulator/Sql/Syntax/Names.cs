namespace EFCore.Redshift.Emulator.Sql.Syntax;

/// <summary>One name, folded as the session folds.</summary>
internal sealed record Identifier(string Name) : SqlNode;

/// <summary>A name of an object with what qualifies it, folded as the session folds.</summary>
internal sealed record QualifiedName(IReadOnlyList<string> Parts) : SqlNode
{
    public QualifiedName(params string[] parts)
        : this((IReadOnlyList<string>)parts)
    {
    }

    /// <summary>The last part.</summary>
    public string Name => Parts[^1];

    /// <summary>The part before the last, if any.</summary>
    public string? Schema => Parts.Count > 1 ? Parts[^2] : null;

    /// <summary>The part before the schema, if any.</summary>
    public string? Database => Parts.Count > 2 ? Parts[^3] : null;
}

/// <summary>
///     A type. The names of built-in types are canonical, whichever of their names was written: <c>integer</c>, <c>bigint</c>, <c>numeric</c>,
///     <c>character varying</c>, <c>timestamp with time zone</c> …; <c>text</c>, <c>super</c> and other types have one name.
/// </summary>
internal sealed record TypeName(string Name) : SqlNode
{
    public string? Schema { get; init; }

    /// <summary>Length, or precision and scale; <c>MAX</c> is read as 65535.</summary>
    public IReadOnlyList<int> Modifiers { get; init; } = [];

    /// <summary>The fields of an <c>interval</c>.</summary>
    public IntervalQualifier? Interval { get; init; }

    /// <summary>The count of <c>[]</c>, which Redshift does not have.</summary>
    public int ArrayDimensions { get; init; }
}
