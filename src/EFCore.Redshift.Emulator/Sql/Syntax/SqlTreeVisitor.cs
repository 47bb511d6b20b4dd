namespace EFCore.Redshift.Emulator.Sql.Syntax;

/// <summary>
///     Walks a tree. Override <see cref="Visit" />, match the kinds of node that matter, and call the base for the children:
///     <code>
///     public override void Visit(SqlNode node)
///     {
///         if (node is FunctionCall call) { … }
///         base.Visit(node);
///     }
///     </code>
/// </summary>
internal abstract class SqlTreeVisitor
{
    /// <summary>Visits a node; the base visits its children.</summary>
    public virtual void Visit(SqlNode node)
    {
        StackGuard.Check();

        foreach (var child in SqlNodeShape.Of(node).Children)
        {
            child.Visit(node, this);
        }
    }

    public void VisitAll(IReadOnlyList<SqlNode> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            Visit(nodes[i]);
        }
    }
}
