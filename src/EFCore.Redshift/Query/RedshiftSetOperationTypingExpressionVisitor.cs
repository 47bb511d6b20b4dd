using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query;

/// <summary>Gives the NULLs in the operands of set operations their types, since Redshift does not take them from the other operand.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_UNION.html</remarks>
internal sealed class RedshiftSetOperationTypingExpressionVisitor : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node)
        => node is ShapedQueryExpression shapedQuery
            ? shapedQuery.Update(Visit(shapedQuery.QueryExpression), Visit(shapedQuery.ShaperExpression))
            : base.VisitExtension(node) switch
            {
                SetOperationBase setOperation => setOperation.Update(Typed(setOperation.Source1), Typed(setOperation.Source2)),
                var visited => visited
            };

    private static SelectExpression Typed(SelectExpression select)
        => select.Projection.Any(projection => projection.Expression is SqlConstantExpression { Value: null })
            ? select.Update(
                select.Tables,
                select.Predicate,
                select.GroupBy,
                select.Having,
                [.. select.Projection.Select(Typed)],
                select.Orderings,
                select.Offset,
                select.Limit)
            : select;

    private static ProjectionExpression Typed(ProjectionExpression projection)
        => projection.Expression is SqlConstantExpression { Value: null } @null
            ? projection.Update(new SqlUnaryExpression(ExpressionType.Convert, @null, @null.Type, @null.TypeMapping))
            : projection;
}
