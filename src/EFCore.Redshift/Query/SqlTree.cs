using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query;

/// <summary>Questions about finished SQL trees, in which every table's alias is unique.</summary>
internal static class SqlTree
{
    // https://docs.aws.amazon.com/redshift/latest/dg/c_Aggregate_Functions.html
    private static readonly HashSet<string> Aggregates = new(StringComparer.OrdinalIgnoreCase)
    {
        "AVG", "BIT_AND", "BIT_OR", "BOOL_AND", "BOOL_OR", "COUNT", "LISTAGG", "MAX", "MEDIAN", "MIN", "PERCENTILE_CONT", "PERCENTILE_DISC",
        "ANY_VALUE", "APPROXIMATE COUNT", "STDDEV_POP", "STDDEV_SAMP", "SUM", "VAR_POP", "VAR_SAMP"
    };

    public static bool IsAggregate(SqlFunctionExpression function)
        => function.IsBuiltIn && Aggregates.Contains(function.Name);

    /// <summary>The table behind a join.</summary>
    public static TableExpressionBase Unwrap(TableExpressionBase table)
        => table is JoinExpressionBase join ? join.Table : table;

    public static HashSet<string> Aliases(IEnumerable<TableExpressionBase> tables)
        => [.. tables.Select(table => Unwrap(table).Alias).OfType<string>()];

    /// <summary>All columns below an expression, in subqueries too.</summary>
    public static IReadOnlyList<ColumnExpression> Columns(Expression? expression)
    {
        var finder = new Finder(static node => node is ColumnExpression, intoSelects: true);
        finder.Visit(expression);
        return [.. finder.Found.Cast<ColumnExpression>()];
    }

    public static bool RefersTo(Expression? expression, HashSet<string> aliases)
        => Columns(expression).Any(column => aliases.Contains(column.TableAlias));

    /// <summary>The selects directly below an expression.</summary>
    public static IReadOnlyList<SelectExpression> Selects(Expression? expression)
    {
        var finder = new Finder(static node => node is SelectExpression, intoSelects: false);
        finder.Visit(expression);
        return [.. finder.Found.Cast<SelectExpression>()];
    }

    /// <summary>The expressions directly below an expression that hold a select: EXISTS, IN and scalar subqueries.</summary>
    public static IReadOnlyList<SqlExpression> Subqueries(Expression? expression)
    {
        var finder = new Finder(
            static node => node is ScalarSubqueryExpression or ExistsExpression or InExpression { Subquery: not null },
            intoSelects: false);
        finder.Visit(expression);
        return [.. finder.Found.Cast<SqlExpression>()];
    }

    /// <summary>Whether the expression aggregates rows of the select that it stands in.</summary>
    public static bool HasAggregate(Expression? expression)
        => Has(expression, static node => node is SqlFunctionExpression function && IsAggregate(function));

    /// <summary>Whether the expression holds a window function of the select that it stands in.</summary>
    public static bool HasWindow(Expression? expression)
        => Has(expression, static node => node is RowNumberExpression);

    /// <summary>Whether the select makes one row of all, as <c>SELECT COUNT(*) FROM t</c> does.</summary>
    public static bool IsScalarAggregate(SelectExpression select)
        => select.GroupBy.Count == 0
            && (select.Projection.Any(projection => HasAggregate(projection.Expression)) || HasAggregate(select.Having));

    public static IEnumerable<SqlExpression> Conjuncts(SqlExpression? predicate)
        => predicate switch
        {
            null => [],
            SqlBinaryExpression { OperatorType: ExpressionType.AndAlso } and => Conjuncts(and.Left).Concat(Conjuncts(and.Right)),
            _ => [predicate]
        };

    private static bool Has(Expression? expression, Func<Expression, bool> predicate)
    {
        var finder = new Finder(predicate, intoSelects: false);
        finder.Visit(expression);
        return finder.Found.Any(predicate);
    }

    private sealed class Finder(Func<Expression, bool> predicate, bool intoSelects) : ExpressionVisitor
    {
        public List<Expression> Found { get; } = [];

        protected override Expression VisitExtension(Expression node)
        {
            if (predicate(node))
            {
                Found.Add(node);
            }

            return node is SelectExpression && !intoSelects ? node : base.VisitExtension(node);
        }
    }
}
