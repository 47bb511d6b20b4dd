using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query.Translators;

/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_RANDOM.html</remarks>
internal sealed class RedshiftRandomTranslator(ISqlExpressionFactory sql) : IMethodCallTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        => method.DeclaringType == typeof(DbFunctionsExtensions) && method.Name == nameof(DbFunctionsExtensions.Random)
            ? sql.Function("RANDOM", [], nullable: false, argumentsPropagateNullability: [], typeof(double))
            : null;
}
