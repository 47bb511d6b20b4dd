using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>
///     The (+) operator stands in WHERE, on a column, outside of OR and IN, and not in a block with joins in FROM.
/// </summary>
internal sealed class OuterJoinMarkRule : RefusalRule<OuterJoinMark>
{
    public override string Page
        => "r_WHERE_oracle_outer";

    protected override void Check(OuterJoinMark node, RefusalContext context)
    {
        if (node.Operand is not ColumnReference)
        {
            throw RefusalContext.SyntaxError("+", node);
        }

        for (var i = context.Ancestors.Count - 1; i >= 0; i--)
        {
            switch (context.Ancestors[i])
            {
                case LogicalExpression { Operator: LogicalOperator.Or } or InListExpression or InQueryExpression:
                    throw RefusalContext.NotSupported("Outer join operator (+) not allowed in operand of OR or IN.", node);

                case SelectQuery select:
                    if (select.From.Any(table => table is JoinedTable))
                    {
                        throw RefusalContext.NotSupported("Outer join operator (+) not allowed together with joins in FROM.", node);
                    }

                    if (i + 1 < context.Ancestors.Count && !ReferenceEquals(context.Ancestors[i + 1], select.Where))
                    {
                        throw RefusalContext.NotSupported("Outer join operator (+) is allowed in WHERE only.", node);
                    }

                    return;
            }
        }
    }
}
