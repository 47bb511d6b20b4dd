using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query.Translators;

/// <summary>Count, Sum, Average, Min and Max, with .NET's result types.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/c_Aggregate_Functions.html</remarks>
internal sealed class RedshiftQueryableAggregateTranslator(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappingSource)
    : IAggregateMethodCallTranslator
{
    public SqlExpression? Translate(
        MethodInfo method,
        EnumerableExpression source,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => method.DeclaringType != typeof(Queryable)
            ? null
            : (method.Name, source.Selector) switch
            {
                // COUNT is a BIGINT.
                (nameof(Queryable.Count), var selector) => sql.Convert(Count(source, selector), typeof(int)),
                (nameof(Queryable.LongCount), var selector) => Count(source, selector),
                (nameof(Queryable.Sum), SqlExpression selector) => Sum(source, selector),
                (nameof(Queryable.Average), SqlExpression selector) => Average(source, selector),

                // MIN and MAX are not defined for booleans. https://docs.aws.amazon.com/redshift/latest/dg/r_MAX.html
                (nameof(Queryable.Max), SqlExpression selector) => Aggregate(selector.Type == typeof(bool) ? "BOOL_OR" : "MAX", source, selector),
                (nameof(Queryable.Min), SqlExpression selector) => Aggregate(selector.Type == typeof(bool) ? "BOOL_AND" : "MIN", source, selector),
                _ => null
            };

    private SqlExpression Count(EnumerableExpression source, System.Linq.Expressions.Expression? selector)
        => sql.Function(
            "COUNT",
            // LINQ counts nulls as well, COUNT(column) would not.
            [Terms(sql, source, source.IsDistinct && selector is SqlExpression value ? value : sql.Fragment("*"))],
            nullable: false,
            argumentsPropagateNullability: [false],
            typeof(long));

    // SUM of SMALLINT and INTEGER is BIGINT, of BIGINT NUMERIC, of REAL DOUBLE PRECISION.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_SUM.html
    private SqlExpression Sum(EnumerableExpression source, SqlExpression selector)
        => Type.GetTypeCode(selector.Type) switch
        {
            TypeCode.Int32 => sql.Convert(Aggregate("SUM", source, selector, typeof(long)), typeof(int)),
            TypeCode.Int64 => sql.Convert(Aggregate("SUM", source, selector, typeof(decimal)), typeof(long)),
            TypeCode.Single => sql.Convert(Aggregate("SUM", source, selector, typeof(double)), typeof(float)),
            _ => Aggregate("SUM", source, selector)
        };

    // AVG of integers is an integer, cut off, and AVG of decimals keeps their scale.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_AVG.html
    private SqlExpression Average(EnumerableExpression source, SqlExpression selector)
        => Type.GetTypeCode(selector.Type) switch
        {
            TypeCode.Int32 or TypeCode.Int64 => Aggregate("AVG", source, sql.Convert(selector, typeof(double)), typeof(double)),
            TypeCode.Single => sql.Convert(Aggregate("AVG", source, selector, typeof(double)), typeof(float)),
            TypeCode.Decimal => Aggregate("AVG", source, sql.Convert(selector, typeof(decimal), WideDecimal), typeof(decimal), WideDecimal),
            _ => Aggregate("AVG", source, selector)
        };

    // Twelve more decimals than most columns have, and 26 digits before the point for the sum.
    private RelationalTypeMapping? WideDecimal
        => field ??= typeMappingSource.FindMapping("decimal(38,12)");

    private SqlExpression Aggregate(string function, EnumerableExpression source, SqlExpression selector)
        => Aggregate(function, source, selector, selector.Type, selector.TypeMapping);

    private SqlExpression Aggregate(
        string function,
        EnumerableExpression source,
        SqlExpression selector,
        Type type,
        RelationalTypeMapping? typeMapping = null)
        => sql.Function(
            function,
            [Terms(sql, source, sql.ApplyDefaultTypeMapping(selector))],
            nullable: true,
            argumentsPropagateNullability: [false],
            type,
            typeMapping);

    /// <summary>The argument with its predicate, as CASE since there is no FILTER, and with DISTINCT.</summary>
    internal static SqlExpression Terms(ISqlExpressionFactory sql, EnumerableExpression source, SqlExpression selector)
    {
        if (source.Predicate is not null)
        {
            selector = sql.Case(
                [new CaseWhenClause(source.Predicate, selector is SqlFragmentExpression ? sql.Constant(1) : selector)],
                elseResult: null);
        }

        return source.IsDistinct ? new DistinctExpression(selector) : selector;
    }
}
