using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     An alias of the select list that is used elsewhere in the block is the expression it stands for. By ORDER BY and GROUP BY PostgreSQL
///     sorts and groups by the result, as Redshift does. https://docs.aws.amazon.com/redshift/latest/dg/r_SELECT_list.html
/// </summary>
internal sealed class SelectAliases : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
    {
        if (original is ColumnReference reference && context.Bound.Find(reference) is { Kind: ColumnBindingKind.SelectAlias, Alias: { } alias } binding)
        {
            var value = context.Rewrite(alias.Expression);
            return binding.HasPath ? SuperPaths.Steps(value, reference.Parts.Skip(binding.ColumnPartCount)) : value;
        }

        if (node is Query { OrderBy: not [] } query)
        {
            node = query with { OrderBy = [.. query.OrderBy.Zip(((Query)original).OrderBy, (item, written) => Restore(item, written, context))] };
        }

        return node is SelectQuery { GroupBy: not [] } select
            ? select with { GroupBy = [.. select.GroupBy.Zip(((SelectQuery)original).GroupBy, (item, written) => Restore(item, written, context))] }
            : node;
    }

    private static OrderItem Restore(OrderItem item, OrderItem written, RewriteContext context)
        => IsAlias(written.Expression, context) ? item with { Expression = written.Expression } : item;

    private static GroupingElement Restore(GroupingElement item, GroupingElement written, RewriteContext context)
        => written is GroupingExpression { Expression: var expression } && IsAlias(expression, context) ? written : item;

    private static bool IsAlias(Expression expression, RewriteContext context)
        => expression is ColumnReference { Parts.Count: 1 } reference && context.Bound.Find(reference) is { Kind: ColumnBindingKind.SelectAlias };
}
