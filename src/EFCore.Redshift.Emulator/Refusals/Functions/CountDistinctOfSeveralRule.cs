using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>COUNT takes one expression; whether COUNT(DISTINCT a, b) works is not documented.</summary>
internal sealed class CountDistinctOfSeveralRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_COUNT";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node is { Name.Name: "count", Arguments: { Count: > 1 } or [RowExpression] } && !context.Allows(UncertainFeature.CountDistinctOfSeveral))
        {
            throw FunctionErrors.DoesNotExist(node, context.Statement);
        }
    }
}
