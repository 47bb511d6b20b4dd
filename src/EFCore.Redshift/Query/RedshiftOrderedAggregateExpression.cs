using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query;

/// <summary>An aggregate that reads its group in an order: <c>LISTAGG(x, ',') WITHIN GROUP (ORDER BY y)</c>.</summary>
internal sealed class RedshiftOrderedAggregateExpression(SqlFunctionExpression function, IReadOnlyList<OrderingExpression> orderings)
    : SqlExpression(function.Type, function.TypeMapping)
{
    public SqlFunctionExpression Function { get; } = function;

    public IReadOnlyList<OrderingExpression> Orderings { get; } = orderings;

    protected override Expression VisitChildren(ExpressionVisitor visitor)
        => Update((SqlFunctionExpression)visitor.Visit(Function), visitor.VisitAndConvert(Orderings));

    public RedshiftOrderedAggregateExpression Update(SqlFunctionExpression function, IReadOnlyList<OrderingExpression> orderings)
        => function == Function && orderings == Orderings ? this : new RedshiftOrderedAggregateExpression(function, orderings);

    // Precompiled queries are switched off in RedshiftQueryCompilationContext.
    public override Expression Quote()
        => throw new NotSupportedException();

    protected override void Print(ExpressionPrinter expressionPrinter)
    {
        expressionPrinter.Visit(Function);
        expressionPrinter.Append(" WITHIN GROUP (ORDER BY ");
        expressionPrinter.VisitCollection(Orderings);
        expressionPrinter.Append(")");
    }

    public override bool Equals(object? obj)
        => obj is RedshiftOrderedAggregateExpression other && Function.Equals(other.Function) && Orderings.SequenceEqual(other.Orderings);

    public override int GetHashCode()
        => HashCode.Combine(Function, Orderings.Count);
}
