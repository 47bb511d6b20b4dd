using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Subqueries;

/// <summary>A subquery in the ON of an outer join is not correlated.</summary>
internal sealed class CorrelationInOuterJoinRule : RefusalRule<SelectQuery>
{
    public override string Page
        => "r_correlated_subqueries";

    protected override void Check(SelectQuery node, RefusalContext context)
    {
        if (context.Statement.FindBlock(node) is not { IsCorrelated: true, Role: BlockRole.Subquery } block)
        {
            return;
        }

        for (var i = context.Ancestors.Count - 1; i > 0 && context.Ancestors[i] is not SelectQuery; i--)
        {
            if (context.Ancestors[i - 1] is JoinedTable { Kind: JoinKind.Left or JoinKind.Right or JoinKind.Full } join
                && ReferenceEquals(join.On, context.Ancestors[i]))
            {
                throw Correlation.NotSupported(block.OuterReferences[0].Reference);
            }
        }
    }
}
