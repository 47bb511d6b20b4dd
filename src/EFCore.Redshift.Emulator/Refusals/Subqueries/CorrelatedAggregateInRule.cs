using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Subqueries;

/// <summary>IN takes no correlated subquery with GROUP BY and an aggregate other than MIN and MAX.</summary>
internal sealed class CorrelatedAggregateInRule : RefusalRule<InQueryExpression>
{
    public override string Page
        => "r_correlated_subqueries";

    protected override void Check(InQueryExpression node, RefusalContext context)
    {
        if (node.Query is SelectQuery { GroupBy.Count: > 0 } select
            && context.Statement.FindBlock(select) is { IsCorrelated: true } block
            && select.Items.Any(item => Aggregates.IsWithin(item, except: ["min", "max"])))
        {
            throw Correlation.NotSupported(block.OuterReferences[0].Reference);
        }
    }
}
