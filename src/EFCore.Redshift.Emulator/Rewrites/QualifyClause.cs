using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     QUALIFY filters by window functions: the block becomes a derived table with the condition as one more column.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_QUALIFY_clause.html
/// </summary>
internal sealed class QualifyClause : RewriteRule
{
    private const string Derived = "qualified";
    private const string Condition = "qualify";

    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is SelectQuery { Qualify: { } condition } select ? Rewrite(select, condition, (SelectQuery)original, context) : node;

    private static SelectQuery Rewrite(SelectQuery select, Expression condition, SelectQuery original, RewriteContext context)
    {
        var inner = new List<SelectItem>();
        var outer = new List<SelectItem>();
        for (var i = 0; i < select.Items.Count; i++)
        {
            if (select.Items[i] is SelectExpression item)
            {
                AddColumn(item.Expression, ExpressionTypes.NameOf((SelectExpression)original.Items[i]));
            }
            else
            {
                foreach (var column in StarColumns.Of((SelectStar)select.Items[i], original, "QUALIFY", context))
                {
                    AddColumn(column, column.Parts[^1]);
                }
            }
        }

        var order = new List<OrderItem>();
        foreach (var item in select.OrderBy)
        {
            order.Add(IsOfResult(item.Expression) ? item : item with { Expression = AddHidden(item.Expression) });
        }

        inner.Add(new SelectExpression(condition, new Identifier(Condition)));
        return new SelectQuery(outer)
        {
            With = select.With,
            Quantifier = select.Quantifier,
            Into = select.Into,
            From =
            [
                new DerivedTable(select with
                {
                    Items = inner,
                    Qualify = null,
                    With = null,
                    Quantifier = null,
                    Into = null,
                    OrderBy = [],
                    Limit = null,
                    Offset = null
                })
                {
                    Alias = new TableAlias(new Identifier(Derived), [])
                }
            ],
            Where = new ColumnReference(Derived, Condition),
            OrderBy = order,
            Limit = select.Limit,
            Offset = select.Offset
        };

        void AddColumn(Expression expression, string name)
        {
            var hidden = AddHidden(expression);
            outer.Add(new SelectExpression(hidden, new Identifier(name)));
        }

        ColumnReference AddHidden(Expression expression)
        {
            var name = $"c{inner.Count + 1}";
            inner.Add(new SelectExpression(expression, new Identifier(name)));
            return new ColumnReference(Derived, name);
        }

        bool IsOfResult(Expression expression)
            => expression is NumericLiteral
                || (expression is ColumnReference { Parts: [var name] } && outer.Any(item => item is SelectExpression { Alias.Name: var alias } && alias == name));
    }
}
