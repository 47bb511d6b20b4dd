using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>
///     How a subquery is tied to the block around it. Redshift turns every correlated subquery into joins, and fails where it cannot.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_correlated_subqueries.html
/// </summary>
internal static class Correlation
{
    public static RedshiftErrorException NotSupported(ColumnReference reference)
        => new(
            "XX000",
            "This type of correlated subquery pattern is not supported due to internal error",
            detail: $"The subquery refers to \"{string.Join('.', reference.Parts)}\" of a query around it.",
            position: RefusalContext.PositionOf(reference));

    /// <summary>The conditions that all have to hold.</summary>
    public static IEnumerable<Expression> Conjuncts(Expression? condition)
        => condition switch
        {
            null => [],
            LogicalExpression { Operator: LogicalOperator.And } and => and.Operands.SelectMany(Conjuncts),
            _ => [condition]
        };

    /// <summary>The conditions of WHERE and of inner joins.</summary>
    public static IEnumerable<Expression> Conditions(SelectQuery select)
        => Conjuncts(select.Where).Concat(select.From.SelectMany(InnerConditions));

    /// <summary>The ON conditions of outer joins.</summary>
    public static IEnumerable<Expression> OuterJoinConditions(SelectQuery select)
        => select.From.SelectMany(OuterConditions);

    /// <summary>What the column references mean, not looking into queries within.</summary>
    public static IReadOnlyList<ColumnBinding> References(SqlNode node, BoundStatement statement)
    {
        var references = new List<ColumnBinding>();
        Collect(node);
        return references;

        void Collect(SqlNode current)
        {
            switch (current)
            {
                case ColumnReference reference when statement.Find(reference) is { } binding:
                    references.Add(binding);
                    break;
                case not Query:
                    foreach (var child in current.Children)
                    {
                        Collect(child);
                    }

                    break;
            }
        }
    }

    /// <summary>Whether a condition equates something of the block around with something of the block itself.</summary>
    public static bool IsEquality(Expression condition, BoundStatement statement)
    {
        if (condition is not BinaryExpression { Operator: "=" } equality)
        {
            return false;
        }

        var left = References(equality.Left, statement);
        var right = References(equality.Right, statement);
        return IsOuter(left) && IsInner(right) || IsInner(left) && IsOuter(right);

        static bool IsOuter(IReadOnlyList<ColumnBinding> references)
            => references.Count > 0 && references.All(reference => reference.IsOuter);

        static bool IsInner(IReadOnlyList<ColumnBinding> references)
            => references.Count > 0 && references.All(reference => !reference.IsOuter);
    }

    /// <summary>Whether a block has a window function of its own.</summary>
    public static bool HasWindow(SelectQuery select)
        => select.Children.Any(WindowWithin);

    /// <summary>The expressions that an element of GROUP BY groups by.</summary>
    public static IEnumerable<Expression> ExpressionsOf(GroupingElement element)
        => element switch
        {
            GroupingExpression expression => [expression.Expression],
            GroupingTuple tuple => tuple.Items,
            GroupingSets sets => sets.Items.SelectMany(ExpressionsOf),
            _ => []
        };

    /// <summary>The first reference by which a query within an expression is correlated.</summary>
    public static ColumnReference? FirstCorrelatedQuery(SqlNode node, BoundStatement statement)
        => node is Query query
            ? FirstOuterReference(query, statement)
            : node.Children.Select(child => FirstCorrelatedQuery(child, statement)).FirstOrDefault(found => found is not null);

    /// <summary>The first reference of a query to a block around it.</summary>
    public static ColumnReference? FirstOuterReference(Query query, BoundStatement statement)
        => query switch
        {
            SelectQuery select => statement.FindBlock(select)?.OuterReferences is [var first, ..] ? first.Reference : null,
            SetOperation operation
                => operation.Operands.Select(operand => FirstOuterReference(operand, statement)).FirstOrDefault(found => found is not null),
            _ => null
        };

    private static bool WindowWithin(SqlNode node)
        => node switch
        {
            Query => false,
            FunctionCall { Over: not null } => true,
            _ => node.Children.Any(WindowWithin)
        };

    private static IEnumerable<Expression> InnerConditions(TableReference table)
        => table is JoinedTable join
            ? InnerConditions(join.Left)
                .Concat(InnerConditions(join.Right))
                .Concat(join.Kind is JoinKind.Inner or JoinKind.Cross ? Conjuncts(join.On) : [])
            : [];

    private static IEnumerable<Expression> OuterConditions(TableReference table)
        => table is JoinedTable join
            ? OuterConditions(join.Left)
                .Concat(OuterConditions(join.Right))
                .Concat(join.Kind is JoinKind.Left or JoinKind.Right or JoinKind.Full && join.On is { } on ? [on] : [])
            : [];
}
