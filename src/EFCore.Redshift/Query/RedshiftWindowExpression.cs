using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query;

/// <summary>A window function: <c>RANK() OVER(PARTITION BY x ORDER BY y)</c>.</summary>
internal sealed class RedshiftWindowExpression(
    SqlExpression function,
    IReadOnlyList<SqlExpression> partitions,
    IReadOnlyList<OrderingExpression> orderings,
    string? frame,
    bool ignoreNulls) : SqlExpression(function.Type, function.TypeMapping)
{
    public SqlExpression Function { get; } = function;

    public IReadOnlyList<SqlExpression> Partitions { get; } = partitions;

    public IReadOnlyList<OrderingExpression> Orderings { get; } = orderings;

    public string? Frame { get; } = frame;

    public bool IgnoreNulls { get; } = ignoreNulls;

    protected override Expression VisitChildren(ExpressionVisitor visitor)
        => Update(
            (SqlExpression)visitor.Visit(Function),
            visitor.VisitAndConvert(Partitions),
            visitor.VisitAndConvert(Orderings));

    public RedshiftWindowExpression Update(
        SqlExpression function,
        IReadOnlyList<SqlExpression> partitions,
        IReadOnlyList<OrderingExpression> orderings)
        => function == Function && partitions == Partitions && orderings == Orderings
            ? this
            : new RedshiftWindowExpression(function, partitions, orderings, Frame, IgnoreNulls);

    // Precompiled queries are switched off in RedshiftQueryCompilationContext.
    public override Expression Quote()
        => throw new NotSupportedException();

    protected override void Print(ExpressionPrinter expressionPrinter)
    {
        expressionPrinter.Visit(Function);
        expressionPrinter.Append(" OVER(PARTITION BY ");
        expressionPrinter.VisitCollection(Partitions);
        expressionPrinter.Append(" ORDER BY ");
        expressionPrinter.VisitCollection(Orderings);
        expressionPrinter.Append(" ").Append(Frame ?? "").Append(")");
    }

    public override bool Equals(object? obj)
        => obj is RedshiftWindowExpression other
            && Function.Equals(other.Function)
            && Partitions.SequenceEqual(other.Partitions)
            && Orderings.SequenceEqual(other.Orderings)
            && Frame == other.Frame
            && IgnoreNulls == other.IgnoreNulls;

    public override int GetHashCode()
        => HashCode.Combine(Function, Partitions.Count, Orderings.Count, Frame, IgnoreNulls);
}
