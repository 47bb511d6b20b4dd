using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query;

/// <summary>Says which correlated subqueries Redshift cannot plan.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_correlated_subqueries.html</remarks>
internal static class RedshiftCorrelation
{
    /// <summary>Whether a subquery of a select whose tables have the given aliases must be turned into a join.</summary>
    public static bool IsUnplannable(SqlExpression expression, HashSet<string> outerAliases, bool inGroupedSelect)
    {
        var subquery = Subquery(expression);
        if (subquery is null || !SqlTree.RefersTo(subquery, outerAliases))
        {
            return false;
        }

        return inGroupedSelect
            || subquery.Limit is not null
            || subquery.Offset is not null
            || RefersFromBelow(subquery, outerAliases)
            || subquery.Projection.Any(projection => SqlTree.HasWindow(projection.Expression))
            || (expression is ScalarSubqueryExpression
                ? subquery.GroupBy.Count > 0 || !CorrelatesByEqualityOnly(subquery, outerAliases)
                : !Equalities(subquery, outerAliases).Any() || ReadsOutsideWhere(subquery, outerAliases, expression is InExpression));
    }

    /// <summary>The select of an expression that is a subquery.</summary>
    public static SelectExpression? Subquery(SqlExpression expression)
        => expression switch
        {
            ScalarSubqueryExpression scalar => scalar.Subquery,
            ExistsExpression exists => exists.Subquery,
            InExpression { Subquery: { } subquery } => subquery,
            _ => null
        };

    /// <summary>The conditions of a subquery that equate something of the outer select with something of its own.</summary>
    public static IEnumerable<(SqlExpression Condition, SqlExpression Outer, SqlExpression Inner)> Equalities(
        SelectExpression subquery,
        HashSet<string> outerAliases)
    {
        foreach (var condition in SqlTree.Conjuncts(subquery.Predicate))
        {
            if (condition is SqlBinaryExpression { OperatorType: ExpressionType.Equal, Left: var left, Right: var right })
            {
                if (IsOuter(left) && IsInner(right))
                {
                    yield return (condition, left, right);
                }
                else if (IsOuter(right) && IsInner(left))
                {
                    yield return (condition, right, left);
                }
            }
        }

        bool IsOuter(SqlExpression expression)
            => SqlTree.Columns(expression) is { Count: > 0 } columns
                && columns.All(column => outerAliases.Contains(column.TableAlias))
                && SqlTree.Selects(expression).Count == 0;

        bool IsInner(SqlExpression expression)
            => SqlTree.Columns(expression) is { Count: > 0 } columns
                && !columns.Any(column => outerAliases.Contains(column.TableAlias))
                && SqlTree.Selects(expression).Count == 0;
    }

    private static bool RefersFromBelow(SelectExpression subquery, HashSet<string> outerAliases)
        => subquery.Tables.Any(table => SqlTree.RefersTo(table, outerAliases))
            || Clauses(subquery).SelectMany(SqlTree.Selects).Any(select => SqlTree.RefersTo(select, outerAliases));

    private static bool ReadsOutsideWhere(SelectExpression subquery, HashSet<string> outerAliases, bool isMembership)
        => subquery.GroupBy
            .Concat(subquery.Having is null ? [] : [subquery.Having])
            .Concat(isMembership ? subquery.Projection.Select(projection => projection.Expression) : [])
            .Any(clause => SqlTree.RefersTo(clause, outerAliases))
            || (isMembership && subquery.GroupBy.Count > 0);

    private static bool CorrelatesByEqualityOnly(SelectExpression subquery, HashSet<string> outerAliases)
    {
        var equalities = Equalities(subquery, outerAliases).Select(equality => equality.Condition).ToHashSet();

        return equalities.Count > 0
            && !SqlTree.Conjuncts(subquery.Predicate).Any(c => !equalities.Contains(c) && ReadsBoth(c, outerAliases))
            && !Clauses(subquery).Any(clause => clause != subquery.Predicate && SqlTree.RefersTo(clause, outerAliases));
    }

    // A condition on the outer select alone, such as EF's null check of a key, is no correlation.
    private static bool ReadsBoth(SqlExpression condition, HashSet<string> outerAliases)
        => SqlTree.RefersTo(condition, outerAliases)
            && (SqlTree.Selects(condition).Count > 0 || !SqlTree.Columns(condition).All(column => outerAliases.Contains(column.TableAlias)));

    private static IEnumerable<Expression> Clauses(SelectExpression select)
        => new Expression?[] { select.Predicate, select.Having }
            .Concat(select.Projection)
            .Concat(select.GroupBy)
            .Concat(select.Orderings)
            .OfType<Expression>();
}
