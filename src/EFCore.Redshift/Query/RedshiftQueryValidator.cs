using System.Linq.Expressions;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Expressions.Internal;

namespace EFCore.Redshift.Query;

/// <summary>Refuses, when a query is compiled, what Redshift cannot run.</summary>
internal sealed class RedshiftQueryValidator : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node)
    {
        switch (node)
        {
            case ShapedQueryExpression shapedQuery:
                Visit(shapedQuery.QueryExpression);
                Visit(shapedQuery.ShaperExpression);
                return node;

            // https://docs.aws.amazon.com/redshift/latest/dg/r_UPDATE.html
            case UpdateExpression { SelectExpression.Tables.Count: > 1 } update when !HasEquijoin(update):
                throw new InvalidOperationException(RedshiftStrings.UpdateWithoutEquijoin(update.Table.Name));

            // https://docs.aws.amazon.com/redshift/latest/dg/r_FROM_clause30.html
            case CrossApplyExpression or OuterApplyExpression:
                throw new InvalidOperationException(RedshiftStrings.ApplyNotSupported);

            // https://docs.aws.amazon.com/redshift/latest/dg/r_UNION.html
            case ExceptExpression { IsDistinct: false } or IntersectExpression { IsDistinct: false }:
                throw new InvalidOperationException(RedshiftStrings.SetOperationAll(node is ExceptExpression ? "EXCEPT" : "INTERSECT"));

            case SelectExpression { Limit: not (null or SqlConstantExpression or SqlParameterExpression) }
                or SelectExpression { Offset: not (null or SqlConstantExpression or SqlParameterExpression) }:
                throw new InvalidOperationException(RedshiftStrings.LimitNotConstant);

            case SelectExpression select:
                ValidateSubqueries(select);
                return base.VisitExtension(node);

            case LikeExpression { EscapeChar: not null, Pattern: not SqlConstantExpression }
                or PgILikeExpression { EscapeChar: not null, Pattern: not SqlConstantExpression }:
                throw new InvalidOperationException(RedshiftStrings.EscapeWithoutConstantPattern);

            case PgRowValueExpression:
                throw new InvalidOperationException(RedshiftStrings.RowValue);

            case JsonScalarExpression:
                throw new InvalidOperationException(RedshiftStrings.JsonNavigation);

            case TableValuedFunctionExpression:
                throw new InvalidOperationException(RedshiftStrings.TableValuedFunction);

            case PgAllExpression or PgAnyExpression or PgArrayIndexExpression or PgArraySliceExpression or PgNewArrayExpression
                or PgBinaryExpression or PgUnknownBinaryExpression or PgJsonTraversalExpression or PgRegexMatchExpression
                or PgFunctionExpression:
                throw new InvalidOperationException(RedshiftStrings.PostgresConstruct(node.GetType().Name));

            default:
                return base.VisitExtension(node);
        }
    }

    private static bool HasEquijoin(UpdateExpression update)
    {
        var target = update.Table.Alias;
        return update.SelectExpression.Tables.OfType<PredicateJoinExpressionBase>()
            .Select(join => join.JoinPredicate)
            .Append(update.SelectExpression.Predicate)
            .SelectMany(SqlTree.Conjuncts)
            .OfType<SqlBinaryExpression>()
            .Any(condition => condition.OperatorType == ExpressionType.Equal
                && (Joins(condition.Left, condition.Right) || Joins(condition.Right, condition.Left)));

        bool Joins(SqlExpression one, SqlExpression other)
            => SqlTree.Columns(one) is { Count: > 0 } own
                && own.All(column => column.TableAlias == target)
                && SqlTree.Columns(other) is { Count: > 0 } others
                && others.All(column => column.TableAlias != target);
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/r_correlated_subqueries.html
    private static void ValidateSubqueries(SelectExpression select)
    {
        var aliases = SqlTree.Aliases(select.Tables);
        var isGrouped = select.GroupBy.Count > 0;

        Validate(select.Predicate, isGrouped: false);
        Validate(select.Having, isGrouped);
        foreach (var clause in select.Projection.Concat<Expression>(select.GroupBy).Concat(select.Orderings))
        {
            Validate(clause, isGrouped);
        }

        foreach (var join in select.Tables.OfType<PredicateJoinExpressionBase>())
        {
            if (join is not InnerJoinExpression && SqlTree.Selects(join.JoinPredicate).Any(s => SqlTree.RefersTo(s, aliases)))
            {
                throw new InvalidOperationException(RedshiftStrings.CorrelatedSubqueryInOuterJoin);
            }

            Validate(join.JoinPredicate, isGrouped: false);
        }

        void Validate(Expression? clause, bool isGrouped)
        {
            if (SqlTree.Subqueries(clause).Any(subquery => RedshiftCorrelation.IsUnplannable(subquery, aliases, isGrouped)))
            {
                throw new InvalidOperationException(RedshiftStrings.CorrelatedSubquery);
            }
        }
    }
}
