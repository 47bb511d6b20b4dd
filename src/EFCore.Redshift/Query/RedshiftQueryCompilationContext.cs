using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace EFCore.Redshift.Query;

internal sealed class RedshiftQueryCompilationContext(
    QueryCompilationContextDependencies dependencies,
    RelationalQueryCompilationContextDependencies relationalDependencies,
    bool async) : NpgsqlQueryCompilationContext(dependencies, relationalDependencies, async)
{
    /// <summary>How parameters that only the translation asked for get their values, by their names.</summary>
    public Dictionary<string, LambdaExpression> RuntimeParameters { get; } = [];

    public override QueryParameterExpression RegisterRuntimeParameter(string name, LambdaExpression valueExtractor)
    {
        RuntimeParameters[name] = valueExtractor;

        return base.RegisterRuntimeParameter(name, valueExtractor);
    }

    // Our own SQL expressions cannot be quoted into generated code.
    public override bool SupportsPrecompiledQuery
        => false;
}
