using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>An aggregate is ordered by WITHIN GROUP, not within its parentheses.</summary>
internal sealed class AggregateOrderRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_LISTAGG";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.OrderBy.Count > 0)
        {
            throw RefusalContext.SyntaxError("ORDER", node.OrderBy[0]);
        }
    }
}
