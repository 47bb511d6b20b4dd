using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Subqueries;

/// <summary>A correlated subquery has no window functions.</summary>
internal sealed class CorrelationWithWindowRule : RefusalRule<SelectQuery>
{
    public override string Page
        => "r_correlated_subqueries";

    protected override void Check(SelectQuery node, RefusalContext context)
    {
        if (context.Statement.FindBlock(node) is { IsCorrelated: true, Role: BlockRole.Subquery } block && Correlation.HasWindow(node))
        {
            throw Correlation.NotSupported(block.OuterReferences[0].Reference);
        }
    }
}
