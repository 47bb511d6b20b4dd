using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>The rewrites, one after another.</summary>
internal sealed class Rewriter(IReadOnlyList<IRewrite> rewrites)
{
    /// <summary>All rewrites, in the order they need.</summary>
    public static Rewriter Default { get; } = new([]);

    public RewrittenStatement Rewrite(Statement statement, BoundStatement bound)
        => rewrites.Aggregate(new RewrittenStatement { Tree = statement }, (rewritten, rewrite) => rewrite.Rewrite(rewritten, bound));
}
