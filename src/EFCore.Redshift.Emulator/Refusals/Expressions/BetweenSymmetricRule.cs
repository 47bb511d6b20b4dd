using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>BETWEEN has no SYMMETRIC.</summary>
internal sealed class BetweenSymmetricRule : RefusalRule<BetweenExpression>
{
    public override string Page
        => "r_range_condition";

    protected override void Check(BetweenExpression node, RefusalContext context)
    {
        if (node.IsSymmetric)
        {
            throw RefusalContext.SyntaxError("SYMMETRIC", node);
        }
    }
}
