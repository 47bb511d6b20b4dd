using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Redshift.Query;

internal sealed class RedshiftQueryCompilationContextFactory(
    QueryCompilationContextDependencies dependencies,
    RelationalQueryCompilationContextDependencies relationalDependencies) : IQueryCompilationContextFactory
{
    public QueryCompilationContext Create(bool async)
        => new RedshiftQueryCompilationContext(dependencies, relationalDependencies, async);
}
