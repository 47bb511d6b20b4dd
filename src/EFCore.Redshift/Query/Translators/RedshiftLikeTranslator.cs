using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query;

namespace EFCore.Redshift.Query.Translators;

/// <summary><c>EF.Functions.ILike</c>; LIKE itself is translated by <see cref="RedshiftSqlTranslatingExpressionVisitor" />.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_patternmatching_condition_like.html</remarks>
internal sealed class RedshiftLikeTranslator(ISqlExpressionFactory sql) : IMethodCallTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => method.DeclaringType == typeof(NpgsqlDbFunctionsExtensions) && method.Name == nameof(NpgsqlDbFunctionsExtensions.ILike)
            ? arguments.Count == 4
                ? ((NpgsqlSqlExpressionFactory)sql).ILike(arguments[1], arguments[2], arguments[3])
                : ((NpgsqlSqlExpressionFactory)sql).ILike(arguments[1], arguments[2])
            : null;
}
