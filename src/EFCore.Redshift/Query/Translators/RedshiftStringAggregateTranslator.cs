using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query.Translators;

/// <summary><c>string.Join</c> and <c>string.Concat</c> over a group.</summary>
/// <remarks>LISTAGG skips nulls and empty texts. https://docs.aws.amazon.com/redshift/latest/dg/r_LISTAGG.html</remarks>
internal sealed class RedshiftStringAggregateTranslator(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappingSource)
    : IAggregateMethodCallTranslator
{
    public SqlExpression? Translate(
        MethodInfo method,
        EnumerableExpression source,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => method.DeclaringType != typeof(string) || source.Selector is not SqlExpression { } selector || selector.Type != typeof(string)
            ? null
            : (method.Name, arguments) switch
            {
                (nameof(string.Concat), _) => ListAgg(source, selector, sql.Constant("")),

                // The separator must be a constant.
                (nameof(string.Join), [SqlConstantExpression separator, ..]) => ListAgg(source, selector, separator),
                _ => null
            };

    private SqlExpression ListAgg(EnumerableExpression source, SqlExpression selector, SqlExpression separator)
    {
        var typeMapping = typeMappingSource.FindMapping(typeof(string));
        var function = (SqlFunctionExpression)sql.Function(
            "LISTAGG",
            [
                RedshiftQueryableAggregateTranslator.Terms(sql, source, sql.ApplyDefaultTypeMapping(selector)),
                sql.ApplyTypeMapping(separator, typeMapping)
            ],
            nullable: true,
            argumentsPropagateNullability: [false, false],
            typeof(string),
            typeMapping);

        return sql.Coalesce(
            new RedshiftOrderedAggregateExpression(function, source.Orderings),
            sql.Constant("", typeMapping),
            typeMapping);
    }
}
