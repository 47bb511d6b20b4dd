using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     Oracle's outer joins: a table whose columns are marked in a condition is joined by LEFT JOIN with the conditions that mark it.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_WHERE_oracle_outer.html
/// </summary>
internal sealed class OuterJoinMarks : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
    {
        // The mark itself; what it means is told from the client's tree.
        if (node is OuterJoinMark mark)
        {
            return mark.Operand;
        }

        if (node is not SelectQuery { Where: { } where } select || original is not SelectQuery { Where: { } written } from)
        {
            return node;
        }

        var conditions = Conjuncts(where).Zip(Conjuncts(written), (condition, marked) => (condition, Target: MarkedSource(marked, context))).ToList();
        return conditions.TrueForAll(condition => condition.Target is null) ? node : Join(select, from, conditions);
    }

    private static SelectQuery Join(SelectQuery select, SelectQuery written, List<(Expression Condition, SqlNode? Target)> conditions)
    {
        TableReference? joined = null;
        var optional = new List<(TableReference Table, SqlNode Source)>();
        for (var i = 0; i < select.From.Count; i++)
        {
            if (conditions.Exists(condition => ReferenceEquals(condition.Target, written.From[i])))
            {
                optional.Add((select.From[i], written.From[i]));
            }
            else
            {
                joined = joined is null ? select.From[i] : new JoinedTable(joined, JoinKind.Cross, select.From[i]);
            }
        }

        foreach (var (table, source) in optional)
        {
            var on = All([.. from condition in conditions where ReferenceEquals(condition.Target, source) select condition.Condition]);
            joined = joined is null ? table : new JoinedTable(joined, JoinKind.Left, table) { On = on };
        }

        var rest = conditions.FindAll(condition => condition.Target is null);
        return select with { From = [joined!], Where = rest is [] ? null : All([.. rest.Select(condition => condition.Condition)]) };
    }

    private static IReadOnlyList<Expression> Conjuncts(Expression where)
        => where is LogicalExpression { Operator: LogicalOperator.And } and ? and.Operands : [where];

    private static Expression All(IReadOnlyList<Expression> conditions)
        => conditions is [var only] ? only : new LogicalExpression(LogicalOperator.And, conditions);

    private static SqlNode? MarkedSource(SqlNode node, RewriteContext context)
        => node is OuterJoinMark { Operand: ColumnReference column }
            ? context.Bound.Find(column)?.Source?.Node
            : node is Query ? null : node.Children.Select(child => MarkedSource(child, context)).FirstOrDefault(source => source is not null);
}
