using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Subqueries;

/// <summary>GROUP BY does not group by the result of a correlated subquery, be it by ordinal or alias.</summary>
internal sealed class CorrelationUnderGroupByRule : RefusalRule<SelectQuery>
{
    public override string Page
        => "r_correlated_subqueries";

    protected override void Check(SelectQuery node, RefusalContext context)
    {
        var grouped = node.GroupByAll
            ? node.Items.OfType<SelectExpression>().Select(item => item.Expression).Where(expression => !Aggregates.IsWithin(expression))
            : node.GroupBy.SelectMany(Correlation.ExpressionsOf).Select(expression => Meant(expression, node, context));

        foreach (var expression in grouped)
        {
            if (Correlation.FirstCorrelatedQuery(expression, context.Statement) is { } reference)
            {
                throw Correlation.NotSupported(reference);
            }
        }
    }

    private static Expression Meant(Expression expression, SelectQuery select, RefusalContext context)
        => expression switch
        {
            NumericLiteral ordinal when int.TryParse(ordinal.Text, out var number) && number > 0 && number <= select.Items.Count
                && select.Items[number - 1] is SelectExpression item => item.Expression,
            ColumnReference reference when context.Statement.Find(reference) is { Alias: { } alias } => alias.Expression,
            _ => expression
        };
}
