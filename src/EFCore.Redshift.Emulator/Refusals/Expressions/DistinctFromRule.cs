using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>IS DISTINCT FROM is on the list of what is not supported.</summary>
internal sealed class DistinctFromRule : RefusalRule<DistinctFromExpression>
{
    public override string Page
        => "c_unsupported-postgresql-functions";

    protected override void Check(DistinctFromExpression node, RefusalContext context)
    {
        if (!context.Allows(UncertainFeature.IsDistinctFrom))
        {
            throw RefusalContext.NotSupported($"IS {(node.IsNegated ? "NOT " : "")}DISTINCT FROM is not supported", node);
        }
    }
}
