using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     A late-binding view does not keep its tables from being dropped; a name with # makes a temporary view; the attributes of materialized
///     views mean nothing to PostgreSQL. https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_VIEW.html
/// </summary>
internal sealed class Views : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
    {
        switch (node)
        {
            case CreateViewStatement view:
                if (view.NoSchemaBinding)
                {
                    context.CallAfter("_unbind_view", new TableNote(view.Name).ToString());
                }

                return view with { NoSchemaBinding = false, IsTemporary = view.IsTemporary || view.Name.Name is ['#', ..] };
            case CreateMaterializedViewStatement view:
                return view with { Attributes = [] };
            case RefreshMaterializedViewStatement refresh:
                return refresh with { Behavior = null };
            case AlterMaterializedViewStatement { Owner: null }:
                context.CommandTag = "ALTER MATERIALIZED VIEW";
                return Emulated.Nothing;
            default:
                return node;
        }
    }
}
