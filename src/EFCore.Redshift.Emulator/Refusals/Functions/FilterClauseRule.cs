using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>Aggregates have no FILTER.</summary>
internal sealed class FilterClauseRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "c_Aggregate_Functions";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.Filter is { } filter)
        {
            throw RefusalContext.SyntaxError("(", filter);
        }
    }
}
