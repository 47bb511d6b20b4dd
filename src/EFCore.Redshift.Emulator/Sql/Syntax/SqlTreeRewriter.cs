namespace EFCore.Redshift.Emulator.Sql.Syntax;

/// <summary>
///     Makes a new tree from an old one; what does not change is shared. Override <see cref="Rewrite(SqlNode)" />, call the base for the
///     children (before or after), and return another node of a kind that fits its place:
///     <code>
///     public override SqlNode Rewrite(SqlNode node)
///         => base.Rewrite(node) switch
///         {
///             FunctionCall { Name.Name: "nvl" } call => call with { Name = new QualifiedName("coalesce") },
///             var other => other
///         };
///     </code>
/// </summary>
internal abstract class SqlTreeRewriter
{
    /// <summary>Rewrites a node; the base rewrites its children and returns the same node when none has changed.</summary>
    public virtual SqlNode Rewrite(SqlNode node)
    {
        StackGuard.Check();

        var result = node;
        foreach (var child in SqlNodeShape.Of(node).Children)
        {
            result = child.Rewrite(node, result, this);
        }

        return result;
    }

    public T Rewrite<T>(T node)
        where T : SqlNode
        => (T)Rewrite((SqlNode)node);

    /// <summary>Rewrites a list; the same list is returned when no item has changed.</summary>
    public IReadOnlyList<T> RewriteAll<T>(IReadOnlyList<T> nodes)
        where T : SqlNode
    {
        T[]? changed = null;
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            var rewritten = (T)Rewrite((SqlNode)node);
            if (changed is null && !ReferenceEquals(rewritten, node))
            {
                changed = [.. nodes];
            }

            if (changed is not null)
            {
                changed[i] = rewritten;
            }
        }

        return changed ?? nodes;
    }
}
