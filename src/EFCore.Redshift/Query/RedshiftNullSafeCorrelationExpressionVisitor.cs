using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query;

/// <summary>
///     Writes the null-safe equality by which a subquery is correlated, <c>a = b OR (a IS NULL AND b IS NULL)</c>, as plain equalities:
///     Redshift cannot plan the correlation under an OR.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_correlated_subqueries.html</remarks>
internal sealed class RedshiftNullSafeCorrelationExpressionVisitor(ISqlExpressionFactory sql) : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node)
    {
        var visited = base.VisitExtension(node);

        return visited is SelectExpression { Predicate: { } predicate } select && Rewrite(predicate, SqlTree.Aliases(select.Tables)) is var rewritten
            && rewritten != predicate
                ? select.Update(
                    select.Tables, rewritten, select.GroupBy, select.Having, select.Projection, select.Orderings, select.Offset, select.Limit)
                : visited;
    }

    private SqlExpression Rewrite(SqlExpression condition, HashSet<string> own)
        => condition switch
        {
            SqlBinaryExpression { OperatorType: ExpressionType.AndAlso } and
                => and.Update(Rewrite(and.Left, own), Rewrite(and.Right, own)),

            SqlBinaryExpression
            {
                OperatorType: ExpressionType.OrElse,
                Left: SqlBinaryExpression { OperatorType: ExpressionType.Equal, Left: ColumnExpression left, Right: ColumnExpression right },
                Right: SqlBinaryExpression
                {
                    OperatorType: ExpressionType.AndAlso,
                    Left: SqlUnaryExpression { OperatorType: ExpressionType.Equal, Operand: ColumnExpression one },
                    Right: SqlUnaryExpression { OperatorType: ExpressionType.Equal, Operand: ColumnExpression other }
                }
            }
                when left.Equals(one) && right.Equals(other) && own.Contains(left.TableAlias) != own.Contains(right.TableAlias)
                && Filler(left) is { } filler
                => sql.AndAlso(
                    sql.Equal(sql.Coalesce(left, filler), sql.Coalesce(right, filler)),
                    sql.Equal(IsNull(left), IsNull(right))),

            _ => condition
        };

    // Any value will do: the second equality tells it from NULL.
    private SqlExpression? Filler(ColumnExpression column)
        => (Nullable.GetUnderlyingType(column.Type) ?? column.Type) switch
        {
            var type when type == typeof(string) && column.TypeMapping?.Converter is null => sql.Constant("", column.TypeMapping),
            { IsValueType: true } type => sql.Constant(Activator.CreateInstance(type), type, column.TypeMapping),
            _ => null
        };

    private SqlExpression IsNull(ColumnExpression column)
        => sql.Case([new CaseWhenClause(sql.IsNull(column), sql.Constant(1))], sql.Constant(0));
}
