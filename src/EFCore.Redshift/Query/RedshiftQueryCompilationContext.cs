using Microsoft.EntityFrameworkCore.Query;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace EFCore.Redshift.Query;

internal sealed class RedshiftQueryCompilationContext(
    QueryCompilationContextDependencies dependencies,
    RelationalQueryCompilationContextDependencies relationalDependencies,
    bool async) : NpgsqlQueryCompilationContext(dependencies, relationalDependencies, async)
{
    // Our own SQL expressions cannot be quoted into generated code.
    public override bool SupportsPrecompiledQuery
        => false;
}
