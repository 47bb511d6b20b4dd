using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query;

/// <summary>Marks the parameters of LIMIT and OFFSET to be printed as constants: the guide speaks of a number only.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_ORDER_BY_clause.html</remarks>
internal sealed class RedshiftConstantLimitExpressionVisitor : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node)
        => node switch
        {
            ShapedQueryExpression shapedQuery => shapedQuery.Update(Visit(shapedQuery.QueryExpression), Visit(shapedQuery.ShaperExpression)),
            SelectExpression { Limit: not null } or SelectExpression { Offset: not null } => VisitSelect((SelectExpression)base.VisitExtension(node)),
            _ => base.VisitExtension(node)
        };

    private static SelectExpression VisitSelect(SelectExpression select)
        => select.Update(
            select.Tables,
            select.Predicate,
            select.GroupBy,
            select.Having,
            select.Projection,
            select.Orderings,
            AsConstant(select.Offset),
            AsConstant(select.Limit));

    private static SqlExpression? AsConstant(SqlExpression? expression)
        => expression is SqlParameterExpression parameter
            ? new SqlParameterExpression(
                parameter.InvariantName,
                parameter.Name,
                parameter.Type,
                parameter.IsNullable,
                ParameterTranslationMode.Constant,
                parameter.TypeMapping)
            : expression;
}
