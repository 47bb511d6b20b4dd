using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>COLLATE is a function, not an operator.</summary>
internal sealed class CollateOperatorRule : RefusalRule<CollateExpression>
{
    public override string Page
        => "r_COLLATE";

    protected override void Check(CollateExpression node, RefusalContext context)
    {
        throw RefusalContext.SyntaxError("COLLATE", node);
    }
}
