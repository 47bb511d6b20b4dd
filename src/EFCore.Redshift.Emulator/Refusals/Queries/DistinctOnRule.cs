using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>There is no DISTINCT ON.</summary>
internal sealed class DistinctOnRule : RefusalRule<SelectQuery>
{
    public override string Page
        => "r_SELECT_list";

    protected override void Check(SelectQuery node, RefusalContext context)
    {
        if (node.DistinctOn.Count > 0)
        {
            throw RefusalContext.NotSupported("SELECT DISTINCT ON is not supported", node);
        }
    }
}
