using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query.Translators;

/// <summary>The methods of <see cref="RedshiftDbFunctionsExtensions" />.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/c_SQL_functions.html</remarks>
internal sealed class RedshiftDbFunctionsTranslator(ISqlExpressionFactory sql) : IMethodCallTranslator, IAggregateMethodCallTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => method.DeclaringType != typeof(RedshiftDbFunctionsExtensions)
            ? null
            : (method.Name, arguments) switch
            {
                (nameof(RedshiftDbFunctionsExtensions.DateDiff), [_, SqlConstantExpression part, var start, var end])
                    => sql.Call("DATEDIFF", typeof(long), Part(part), start, end),
                (nameof(RedshiftDbFunctionsExtensions.DateAdd), [_, SqlConstantExpression part, var number, var value])
                    => sql.Call("DATEADD", typeof(DateTime), value.TypeMapping, Part(part), number, value),
                (nameof(RedshiftDbFunctionsExtensions.DateTrunc), [_, SqlConstantExpression part, var value])
                    => sql.Call("DATE_TRUNC", typeof(DateTime), value.TypeMapping, sql.Constant(Name(part)), value),
                (nameof(RedshiftDbFunctionsExtensions.ConvertTimeZone), [_, var source, var target, var value])
                    => sql.Call("CONVERT_TIMEZONE", typeof(DateTime), value.TypeMapping, source, target, value),
                (nameof(RedshiftDbFunctionsExtensions.RegexpSubstr), [_, var text, var pattern])
                    => sql.Call("REGEXP_SUBSTR", typeof(string), text, pattern, sql.Constant(1), sql.Constant(1), sql.Constant("p")),
                (nameof(RedshiftDbFunctionsExtensions.Md5), [_, var text]) => sql.Call("MD5", typeof(string), text),
                (nameof(RedshiftDbFunctionsExtensions.Sha2), [_, var text, var bits]) => sql.Call("SHA2", typeof(string), text, bits),
                (nameof(RedshiftDbFunctionsExtensions.StrToL), [_, var text, var numberBase])
                    => sql.Call("STRTOL", typeof(long), text, numberBase),
                _ => null
            };

    public SqlExpression? Translate(
        MethodInfo method,
        EnumerableExpression source,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => method.DeclaringType != typeof(RedshiftDbFunctionsExtensions) || source.Selector is not SqlExpression selector
            ? null
            : method.Name switch
            {
                nameof(RedshiftDbFunctionsExtensions.Median) => Aggregate("MEDIAN", source, selector, selector.Type),

                nameof(RedshiftDbFunctionsExtensions.PercentileCont) when arguments is [.., SqlConstantExpression fraction]
                    => new RedshiftOrderedAggregateExpression(
                        (SqlFunctionExpression)sql.ApplyDefaultTypeMapping(
                            sql.Function(
                                "PERCENTILE_CONT",
                                [sql.ApplyDefaultTypeMapping(fraction)],
                                nullable: true,
                                argumentsPropagateNullability: [false],
                                typeof(double))),
                        [new OrderingExpression(Terms(source, selector), ascending: true)]),

                nameof(RedshiftDbFunctionsExtensions.ApproximateCountDistinct)
                    => sql.Function(
                        "APPROXIMATE COUNT",
                        [Terms(source, selector) is DistinctExpression distinct ? distinct : new DistinctExpression(Terms(source, selector))],
                        nullable: false,
                        argumentsPropagateNullability: [false],
                        typeof(long)),
                _ => null
            };

    private SqlExpression Aggregate(string function, EnumerableExpression source, SqlExpression selector, Type type)
        => sql.Function(
            function,
            [Terms(source, selector)],
            nullable: true,
            argumentsPropagateNullability: [false],
            type,
            selector.TypeMapping);

    private SqlExpression Terms(EnumerableExpression source, SqlExpression selector)
        => RedshiftQueryableAggregateTranslator.Terms(sql, source, sql.ApplyDefaultTypeMapping(selector));

    private SqlExpression Part(SqlConstantExpression part)
        => sql.Fragment(Name(part));

    private static string Name(SqlConstantExpression part)
        => part.Value!.ToString()!.ToLowerInvariant();
}
