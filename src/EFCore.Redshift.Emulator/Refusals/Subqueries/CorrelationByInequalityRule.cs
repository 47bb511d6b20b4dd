using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Subqueries;

/// <summary>
///     A subquery is correlated by equality. That of an aggregate has no other conditions on the block around it.
/// </summary>
internal sealed class CorrelationByInequalityRule : RefusalRule<SelectQuery>
{
    public override string Page
        => "r_correlated_subqueries";

    protected override void Check(SelectQuery node, RefusalContext context)
    {
        if (context.Allows(UncertainFeature.CorrelatedSubqueryByInequality)
            || context.Statement.FindBlock(node) is not { IsCorrelated: true, Role: BlockRole.Subquery } block
            || block.Sources.All(source => source.Kind == TableSourceKind.Super))
        {
            return;
        }

        var equalities = 0;
        ColumnReference? other = null;
        foreach (var condition in Correlation.Conditions(node))
        {
            var references = Correlation.References(condition, context.Statement);
            if (references.All(reference => !reference.IsOuter) || references.All(reference => reference.IsOuter))
            {
                continue;
            }

            if (Correlation.IsEquality(condition, context.Statement))
            {
                equalities++;
            }
            else
            {
                other ??= references.First(reference => reference.IsOuter).Reference;
            }
        }

        // A scalar subquery without an aggregate may have more conditions:
        // https://docs.aws.amazon.com/redshift/latest/dg/merge-examples.html
        var isTiedByEquality = equalities > 0 || IsMembership(context);
        var isAggregate = IsScalar(context) && node.Items.Any(item => Aggregates.IsWithin(item));
        if (other is not null && (!isTiedByEquality || isAggregate))
        {
            throw Correlation.NotSupported(other);
        }
    }

    private static bool IsScalar(RefusalContext context)
        => context.Ancestors.Last(ancestor => ancestor is not SetOperation) is ScalarSubquery;

    private static bool IsMembership(RefusalContext context)
        => context.Ancestors.Last(ancestor => ancestor is not SetOperation) is InQueryExpression or QuantifiedQueryExpression;
}
