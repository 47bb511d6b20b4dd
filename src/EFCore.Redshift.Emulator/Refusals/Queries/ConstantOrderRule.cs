using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>ORDER BY has no constants but ordinals.</summary>
internal sealed class ConstantOrderRule : RefusalRule<Query>
{
    public override string Page
        => "r_ORDER_BY_clause";

    protected override void Check(Query node, RefusalContext context)
    {
        foreach (var item in node.OrderBy)
        {
            if (item.Expression is not NumericLiteral && Constant.Is(item.Expression, context.Statement))
            {
                throw RefusalContext.Error("42601", "non-integer constant in ORDER BY", item.Expression);
            }
        }
    }
}
