namespace EFCore.Redshift.Emulator.Sql.Syntax;

/// <summary>A node of the syntax tree. Trees are immutable; rewrites make new ones.</summary>
internal abstract record SqlNode
{
    /// <summary>Where the node starts in the client's text, counted in characters from 1; 0 for nodes made by a rewrite.</summary>
    public int Position { get; init; }

    /// <summary>The node's children, in the order of their properties.</summary>
    public IReadOnlyList<SqlNode> Children
    {
        get
        {
            var children = new List<SqlNode>();
            foreach (var child in SqlNodeShape.Of(this).Children)
            {
                child.CollectInto(this, children);
            }

            return children;
        }
    }

    // Not the members: statements hold passwords and keys.
    public sealed override string ToString() => GetType().Name;

    internal SqlNode Copy() => (SqlNode)MemberwiseClone();
}
