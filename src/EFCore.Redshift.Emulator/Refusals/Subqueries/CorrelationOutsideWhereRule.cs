using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Subqueries;

/// <summary>
///     A subquery is correlated in its WHERE, or in the ON of an inner join, not in its select list, GROUP BY or HAVING;
///     the select list of EXISTS does not matter.
/// </summary>
internal sealed class CorrelationOutsideWhereRule : RefusalRule<SelectQuery>
{
    public override string Page
        => "r_correlated_subqueries";

    protected override void Check(SelectQuery node, RefusalContext context)
    {
        if (context.Allows(UncertainFeature.CorrelationOutsideWhere)
            || context.Statement.FindBlock(node) is not { IsCorrelated: true, Role: BlockRole.Subquery })
        {
            return;
        }

        var isExists = context.Ancestors.Last(ancestor => ancestor is not SetOperation) is ExistsExpression;
        var places = (isExists ? [] : node.Items.Cast<SqlNode>())
            .Concat(node.GroupBy)
            .Concat(node.Having is null ? [] : [node.Having])
            .Concat(node.Qualify is null ? [] : [node.Qualify])
            .Concat(Correlation.OuterJoinConditions(node));

        foreach (var place in places)
        {
            if (Correlation.References(place, context.Statement).FirstOrDefault(reference => reference.IsOuter) is { } outer)
            {
                throw Correlation.NotSupported(outer.Reference);
            }
        }
    }
}
