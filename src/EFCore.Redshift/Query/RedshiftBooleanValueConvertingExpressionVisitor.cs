using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Expressions.Internal;

namespace EFCore.Redshift.Query;

/// <summary>
///     Writes a search condition that stands as a value (in a select list, a grouping or an ordering) as CASE: Redshift has comparisons as
///     values, but not IS, and EXISTS only inside CASE.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Boolean_type.html</remarks>
internal sealed class RedshiftBooleanValueConvertingExpressionVisitor(ISqlExpressionFactory sqlExpressionFactory, bool useRelationalNulls)
    : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node)
        => base.VisitExtension(node) switch
        {
            SelectExpression select => VisitSelect(select),
            RowNumberExpression rowNumber => rowNumber.Update(
                [.. rowNumber.Partitions.Select(AsValue)],
                [.. rowNumber.Orderings.Select(AsValue)]),
            UpdateExpression update => update.Update(
                update.SelectExpression,
                [.. update.ColumnValueSetters.Select(setter => new ColumnValueSetter(setter.Column, AsValue(setter.Value)))]),
            CaseExpression @case => @case.Update(
                @case.Operand,
                [.. @case.WhenClauses.Select(when => new CaseWhenClause(when.Test, AsValue(when.Result)))],
                @case.ElseResult is null ? null : AsValue(@case.ElseResult)),
            SqlFunctionExpression { Arguments: { } arguments } function => function.Update(function.Instance, [.. arguments.Select(AsValue)]),
            SqlBinaryExpression
            {
                OperatorType: ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.ExclusiveOr
            } binary => binary.Update(AsValue(binary.Left), AsValue(binary.Right)),
            var visited => visited
        };

    private SelectExpression VisitSelect(SelectExpression select)
        => select.Update(
            select.Tables,
            select.Predicate,
            Converted(select.GroupBy, AsValue),
            select.Having,
            Converted(select.Projection, projection => projection.Update(AsValue(projection.Expression))),
            Converted(select.Orderings, AsValue),
            select.Offset,
            select.Limit);

    private OrderingExpression AsValue(OrderingExpression ordering)
        => ordering.Update(AsValue(ordering.Expression));

    private SqlExpression AsValue(SqlExpression expression)
        => NeedsCase(expression) ? Case(expression) : expression;

    private SqlExpression Case(SqlExpression condition)
        => useRelationalNulls
            ? sqlExpressionFactory.Case(
                [
                    new CaseWhenClause(condition, sqlExpressionFactory.Constant(true, condition.TypeMapping)),
                    new CaseWhenClause(sqlExpressionFactory.Not(condition), sqlExpressionFactory.Constant(false, condition.TypeMapping))
                ],
                elseResult: null)
            : sqlExpressionFactory.Case(
                [new CaseWhenClause(condition, sqlExpressionFactory.Constant(true, condition.TypeMapping))],
                sqlExpressionFactory.Constant(false, condition.TypeMapping));

    private static bool NeedsCase(SqlExpression expression)
        => expression switch
        {
            ExistsExpression or InExpression or LikeExpression or PgILikeExpression => true,
            SqlUnaryExpression { OperatorType: ExpressionType.Equal or ExpressionType.NotEqual } => true,
            SqlUnaryExpression { OperatorType: ExpressionType.Not } not => not.Type == typeof(bool) && NeedsCase(not.Operand),
            SqlBinaryExpression { OperatorType: ExpressionType.AndAlso or ExpressionType.OrElse } binary
                => NeedsCase(binary.Left) || NeedsCase(binary.Right),
            _ => false
        };

    private static IReadOnlyList<T> Converted<T>(IReadOnlyList<T> items, Func<T, T> convert)
        where T : class
    {
        List<T> converted = [.. items.Select(convert)];
        return converted.SequenceEqual(items, ReferenceEqualityComparer.Instance) ? items : converted;
    }
}
