using System.Data.Common;
using EFCore.Redshift.Infrastructure;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal;

namespace EFCore.Redshift.Storage;

// Npgsql's looks for its own options extension and, without a connection string, takes any NpgsqlDataSource the application has
// registered, which may lead to a PostgreSQL server. This one uses the data source it was given, or ours for the connection string.
internal sealed class RedshiftConnection(RelationalConnectionDependencies dependencies, RedshiftDataSources dataSources)
    : NpgsqlRelationalConnection(dependencies, dependencies.ContextOptions.FindExtension<RedshiftOptionsExtension>()?.DataSource)
{
    protected override DbConnection CreateDbConnection()
        => DataSource is { } dataSource
            ? dataSource.CreateConnection()
            : dataSources
                .Get(
                    GetValidatedConnectionString() ?? throw new InvalidOperationException(RedshiftStrings.NoConnectionString),
                    Dependencies.ContextOptions.FindExtension<RedshiftOptionsExtension>()!)
                .CreateConnection();

    protected override void OpenDbConnection(bool errorsExpected)
    {
        try
        {
            base.OpenDbConnection(errorsExpected);
        }
        catch (NotSupportedException e) when (IsDigestAuthentication(e))
        {
            throw new NotSupportedException(RedshiftStrings.DigestAuthentication, e);
        }
    }

    protected override async Task OpenDbConnectionAsync(bool errorsExpected, CancellationToken cancellationToken)
    {
        try
        {
            await base.OpenDbConnectionAsync(errorsExpected, cancellationToken).ConfigureAwait(false);
        }
        catch (NotSupportedException e) when (IsDigestAuthentication(e))
        {
            throw new NotSupportedException(RedshiftStrings.DigestAuthentication, e);
        }
    }

    // Redshift's own request 13, for users whose password is stored as a SHA-256 digest; the driver knows the PostgreSQL ones.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_USER.html
    private static bool IsDigestAuthentication(NotSupportedException exception)
        => exception.Message.Contains("Received: 13", StringComparison.Ordinal);
}
