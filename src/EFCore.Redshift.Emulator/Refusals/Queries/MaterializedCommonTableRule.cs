using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>WITH has no MATERIALIZED.</summary>
internal sealed class MaterializedCommonTableRule : RefusalRule<CommonTableExpression>
{
    public override string Page
        => "r_WITH_clause";

    protected override void Check(CommonTableExpression node, RefusalContext context)
    {
        if (node.IsMaterialized is not null)
        {
            throw RefusalContext.SyntaxError("MATERIALIZED", node);
        }
    }
}
