using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Subqueries;

/// <summary>Only = ANY and &lt;&gt; ALL compare with a subquery.</summary>
internal sealed class QuantifiedComparisonRule : RefusalRule<QuantifiedQueryExpression>
{
    public override string Page
        => "r_comparison_condition";

    protected override void Check(QuantifiedQueryExpression node, RefusalContext context)
    {
        if (node is not ({ Quantifier: Quantifier.Any or Quantifier.Some, Operator: "=" } or { Quantifier: Quantifier.All, Operator: "<>" }))
        {
            throw RefusalContext.NotSupported(
                $"{node.Operator} {node.Quantifier.ToString().ToUpperInvariant()} is not supported; only = ANY, = SOME and <> ALL are", node);
        }
    }
}
