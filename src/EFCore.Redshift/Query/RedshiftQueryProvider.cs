using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace EFCore.Redshift.Query;

/// <summary>EF's query provider, which also knows the context that its queries belong to.</summary>
internal sealed class RedshiftQueryProvider(IQueryCompiler queryCompiler, ICurrentDbContext currentContext) : EntityQueryProvider(queryCompiler)
{
    public DbContext Context
        => currentContext.Context;
}
