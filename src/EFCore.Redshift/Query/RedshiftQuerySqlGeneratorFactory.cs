using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;

namespace EFCore.Redshift.Query;

internal sealed class RedshiftQuerySqlGeneratorFactory(
    QuerySqlGeneratorDependencies dependencies,
    IRelationalTypeMappingSource typeMappingSource,
    INpgsqlSingletonOptions singletonOptions) : IQuerySqlGeneratorFactory
{
    public QuerySqlGenerator Create()
        => new RedshiftQuerySqlGenerator(dependencies, typeMappingSource, singletonOptions);
}
