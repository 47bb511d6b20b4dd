using System.Data.Common;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Scaffolding.Metadata;

namespace EFCore.Redshift.Scaffolding;

// Registered so that 'dotnet ef dbcontext scaffold' says why, instead of that a service is missing.
internal sealed class RedshiftDatabaseModelFactory : IDatabaseModelFactory
{
    public DatabaseModel Create(string connectionString, DatabaseModelFactoryOptions options)
        => throw new NotSupportedException(RedshiftStrings.ScaffoldingRefused);

    public DatabaseModel Create(DbConnection connection, DatabaseModelFactoryOptions options)
        => throw new NotSupportedException(RedshiftStrings.ScaffoldingRefused);
}
