using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>TOP and LIMIT are one thing, and a query has it once.</summary>
internal sealed class TopWithLimitRule : RefusalRule<SelectQuery>
{
    public override string Page
        => "r_SELECT_list";

    protected override void Check(SelectQuery node, RefusalContext context)
    {
        if (node.Top is not null && node.Limit is not null)
        {
            throw RefusalContext.Error("42601", "multiple LIMIT clauses not allowed", node.Limit);
        }
    }
}
