using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>A derived table needs no alias. https://docs.aws.amazon.com/redshift/latest/dg/r_FROM_clause30.html</summary>
internal sealed class DerivedTableNames : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is DerivedTable { Alias: null } table ? table with { Alias = new TableAlias(new Identifier(context.NewName("derived table")), []) } : node;
}
