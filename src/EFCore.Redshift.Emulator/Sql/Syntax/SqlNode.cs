namespace EFCore.Redshift.Emulator.Sql.Syntax;

/// <summary>A node of the syntax tree. Trees are immutable; rewrites make new ones.</summary>
internal abstract record SqlNode
{
    /// <summary>Where the node starts in the client's text, counted in characters from 1; 0 for nodes made by a rewrite.</summary>
    public int Position { get; init; }
}
