using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query.Translators;

/// <summary>Npgsql's <c>EF.Functions.StandardDeviation…</c> and <c>Variance…</c>.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_STDDEV_functions.html</remarks>
internal sealed class RedshiftStatisticsAggregateTranslator(ISqlExpressionFactory sql) : IAggregateMethodCallTranslator
{
    public SqlExpression? Translate(
        MethodInfo method,
        EnumerableExpression source,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => method.DeclaringType != typeof(NpgsqlAggregateDbFunctionsExtensions) || source.Selector is not SqlExpression selector
            ? null
            : method.Name switch
            {
                nameof(NpgsqlAggregateDbFunctionsExtensions.StandardDeviationSample) => Aggregate("STDDEV_SAMP", source, selector),
                nameof(NpgsqlAggregateDbFunctionsExtensions.StandardDeviationPopulation) => Aggregate("STDDEV_POP", source, selector),
                nameof(NpgsqlAggregateDbFunctionsExtensions.VarianceSample) => Aggregate("VAR_SAMP", source, selector),
                nameof(NpgsqlAggregateDbFunctionsExtensions.VariancePopulation) => Aggregate("VAR_POP", source, selector),
                _ => null
            };

    private SqlExpression Aggregate(string function, EnumerableExpression source, SqlExpression selector)
        => sql.Function(
            function,
            [RedshiftQueryableAggregateTranslator.Terms(sql, source, sql.ApplyDefaultTypeMapping(selector))],
            nullable: true,
            argumentsPropagateNullability: [false],
            typeof(double));
}
