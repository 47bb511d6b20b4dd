using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Subqueries;

/// <summary>
///     A correlated subquery with LIMIT, TOP, OFFSET or ORDER BY has no form without correlation that is documented.
/// </summary>
internal sealed class CorrelationWithLimitRule : RefusalRule<Query>
{
    public override string Page
        => "r_correlated_subqueries";

    protected override void Check(Query node, RefusalContext context)
    {
        if (context.Allows(UncertainFeature.CorrelatedSubqueryWithLimit)
            || context.Parent is not (ScalarSubquery or ExistsExpression or InQueryExpression or QuantifiedQueryExpression or SetOperation)
            || node.Limit is null && node.Offset is null && node.OrderBy.Count == 0 && node is not SelectQuery { Top: not null })
        {
            return;
        }

        if (Correlation.FirstOuterReference(node, context.Statement) is { } reference)
        {
            throw Correlation.NotSupported(reference);
        }
    }
}
