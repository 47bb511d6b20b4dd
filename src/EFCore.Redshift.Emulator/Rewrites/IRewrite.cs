using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>Turns one thing that Redshift has and PostgreSQL lacks into something PostgreSQL executes.</summary>
internal interface IRewrite
{
    /// <summary>
    ///     Rewrites a statement. <paramref name="bound" /> knows the nodes of the client's tree; nodes that an earlier rewrite made are not
    ///     among them, those that it kept are.
    /// </summary>
    RewrittenStatement Rewrite(RewrittenStatement statement, BoundStatement bound);
}
