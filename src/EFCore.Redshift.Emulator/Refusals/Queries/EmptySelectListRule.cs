using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>A select list has at least one item.</summary>
internal sealed class EmptySelectListRule : RefusalRule<SelectQuery>
{
    public override string Page
        => "r_SELECT_list";

    protected override void Check(SelectQuery node, RefusalContext context)
    {
        if (node.Items.Count == 0)
        {
            throw new RedshiftErrorException("42601", "syntax error: the select list is empty", position: RefusalContext.PositionOf(node));
        }
    }
}
