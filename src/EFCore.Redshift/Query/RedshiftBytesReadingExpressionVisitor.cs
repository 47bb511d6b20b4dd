using System.Linq.Expressions;
using EFCore.Redshift.Query.Translators;
using EFCore.Redshift.Storage.TypeMappings;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query;

/// <summary>Reads VARBYTE columns of a query's result as hexadecimal digits. Subqueries keep the values as they are.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_TO_HEX.html</remarks>
internal sealed class RedshiftBytesReadingExpressionVisitor(ISqlExpressionFactory sqlExpressionFactory) : ExpressionVisitor
{
    private const string ToHex = "TO_HEX";

    /// <summary>The value itself of what is read as digits.</summary>
    public static SqlExpression WithoutReading(SqlExpression expression)
        => expression is SqlFunctionExpression { Name: ToHex, TypeMapping: RedshiftBytesTypeMapping, Arguments: [var bytes] } ? bytes : expression;

    protected override Expression VisitExtension(Expression node)
        => node switch
        {
            ShapedQueryExpression shapedQuery => shapedQuery.Update(Visit(shapedQuery.QueryExpression), Visit(shapedQuery.ShaperExpression)),
            SelectExpression select => VisitRoot(select),
            TableExpressionBase or SqlExpression or UpdateExpression or DeleteExpression => node,
            _ => base.VisitExtension(node)
        };

    private SelectExpression VisitRoot(SelectExpression select)
        => select.Projection.Any(projection => projection.Expression.TypeMapping is RedshiftBytesTypeMapping)
            ? select.Update(
                select.Tables,
                select.Predicate,
                select.GroupBy,
                select.Having,
                [.. select.Projection.Select(projection => projection.Update(AsDigits(projection.Expression)))],

                // DISTINCT orders by what it selects, and digits are ordered like their bytes.
                select.IsDistinct ? [.. select.Orderings.Select(ordering => ordering.Update(AsDigits(ordering.Expression)))] : select.Orderings,
                select.Offset,
                select.Limit)
            : select;

    private SqlExpression AsDigits(SqlExpression expression)
        => expression.TypeMapping is RedshiftBytesTypeMapping mapping ? sqlExpressionFactory.Call(ToHex, expression.Type, mapping, expression) : expression;
}
