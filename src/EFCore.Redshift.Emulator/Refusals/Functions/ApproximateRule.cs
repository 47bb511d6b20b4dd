using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>APPROXIMATE belongs to COUNT(DISTINCT) and PERCENTILE_DISC.</summary>
internal sealed class ApproximateRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_COUNT";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.IsApproximate
            && node is not ({ Name.Name: "count", Quantifier: SetQuantifier.Distinct, Over: null } or { Name.Name: "percentile_disc", Over: null }))
        {
            throw RefusalContext.SyntaxError("APPROXIMATE", node);
        }
    }
}
