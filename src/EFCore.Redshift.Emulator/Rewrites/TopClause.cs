using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>TOP n is LIMIT n. https://docs.aws.amazon.com/redshift/latest/dg/r_SELECT_list.html</summary>
internal sealed class TopClause : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is SelectQuery { Top: { } count } select ? select with { Top = null, Limit = new LimitClause(count) } : node;
}
