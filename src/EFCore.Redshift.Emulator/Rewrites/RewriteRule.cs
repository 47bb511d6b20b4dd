using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>One thing that PostgreSQL says in other words.</summary>
internal abstract class RewriteRule
{
    /// <summary>Returns what stands in the node's place, or the node itself.</summary>
    /// <param name="node">The node; its children, and it itself by earlier rules, are rewritten already.</param>
    /// <param name="original">The node as the client wrote it, by which the binder knows it.</param>
    /// <param name="context">What the rewrites of the statement share.</param>
    public abstract SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context);
}
