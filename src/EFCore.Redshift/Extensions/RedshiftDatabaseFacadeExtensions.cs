using EFCore.Redshift.Infrastructure;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Extension methods of <see cref="DbContext.Database" /> for Amazon Redshift.</summary>
public static class RedshiftDatabaseFacadeExtensions
{
    /// <summary>Whether the context uses the Redshift provider.</summary>
    /// <param name="database">The context's <see cref="DbContext.Database" />.</param>
    /// <returns>True if it does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="database" /> is null.</exception>
    /// <remarks><c>IsNpgsql()</c> is false then: libraries that ask for PostgreSQL do not take its paths.</remarks>
    public static bool IsRedshift(this DatabaseFacade database)
    {
        ArgumentNullException.ThrowIfNull(database);

        return database.ProviderName == typeof(RedshiftOptionsExtension).Assembly.GetName().Name;
    }
}
