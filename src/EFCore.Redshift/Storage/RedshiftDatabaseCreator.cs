using System.Transactions;
using EFCore.Redshift.Infrastructure;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace EFCore.Redshift.Storage;

// Makes tables where CREATE TABLE is handed off; never makes or drops a database.
internal sealed class RedshiftDatabaseCreator(
    RelationalDatabaseCreatorDependencies dependencies,
    IRawSqlCommandBuilder rawSqlCommandBuilder,
    RedshiftSingletonOptions options)
    : RelationalDatabaseCreator(dependencies)
{
    // SQLSTATE invalid_catalog_name
    private const string DatabaseDoesNotExist = "3D000";

    public override bool Exists()
        => Dependencies.ExecutionStrategy.Execute(() =>
        {
            using var scope = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
            try
            {
                Dependencies.Connection.Open(errorsExpected: true);
                Dependencies.Connection.Close();

                return true;
            }
            catch (PostgresException e) when (e.SqlState == DatabaseDoesNotExist)
            {
                return false;
            }
        });

    public override Task<bool> ExistsAsync(CancellationToken cancellationToken = default)
        => Dependencies.ExecutionStrategy.ExecuteAsync(
            async ct =>
            {
                using var scope = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
                try
                {
                    await Dependencies.Connection.OpenAsync(ct, errorsExpected: true).ConfigureAwait(false);
                    await Dependencies.Connection.CloseAsync().ConfigureAwait(false);

                    return true;
                }
                catch (PostgresException e) when (e.SqlState == DatabaseDoesNotExist)
                {
                    return false;
                }
            },
            cancellationToken);

    public override bool HasTables()
        => Dependencies.ExecutionStrategy.Execute(
            this,
            static creator => creator.CountTablesCommand().ExecuteScalar(creator.CommandParameters()) is > 0L);

    public override Task<bool> HasTablesAsync(CancellationToken cancellationToken = default)
        => Dependencies.ExecutionStrategy.ExecuteAsync(
            this,
            static async (creator, ct)
                => await creator.CountTablesCommand().ExecuteScalarAsync(creator.CommandParameters(), ct).ConfigureAwait(false) is > 0L,
            cancellationToken);

    public override void Create()
        => throw new NotSupportedException(RedshiftStrings.CreateDatabaseRefused);

    public override void Delete()
        => throw new NotSupportedException(RedshiftStrings.EnsureDeletedRefused);

    // Refused before anything is asked of the server: the statements that would be run are in the message.
    public override bool EnsureCreated()
    {
        GetCreateTablesCommands();

        return base.EnsureCreated();
    }

    public override Task<bool> EnsureCreatedAsync(CancellationToken cancellationToken = default)
    {
        GetCreateTablesCommands();

        return base.EnsureCreatedAsync(cancellationToken);
    }

    public override bool EnsureDeleted()
        => throw new NotSupportedException(RedshiftStrings.EnsureDeletedRefused);

    public override Task<bool> EnsureDeletedAsync(CancellationToken cancellationToken = default)
        => throw new NotSupportedException(RedshiftStrings.EnsureDeletedRefused);

    // Tables in the schemas of the model only: a warehouse is never empty. Those without a schema are looked for along the search path.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_PG_CLASS_INFO.html
    private IRelationalCommand CountTablesCommand()
    {
        var schemas = Dependencies.CurrentContext.Context.Model.GetEntityTypes()
            .Where(e => e.GetTableName() is not null)
            .Select(e => e.GetSchema())
            .Distinct()
            .ToArray();
        var conditions = schemas
            .Select(s => s is null
                ? "pg_catalog.pg_table_is_visible(c.oid)"
                : $"n.nspname = {RedshiftLiteral.Text(RedshiftSqlGenerationHelper.Fold(s, options.CaseSensitiveIdentifiers))}")
            .DefaultIfEmpty("FALSE");

        return rawSqlCommandBuilder.Build(
            "SELECT COUNT(*) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace "
            + "WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_internal') "
            + $"AND ({string.Join(" OR ", conditions)})");
    }

    private RelationalCommandParameterObject CommandParameters()
        => new(
            Dependencies.Connection,
            parameterValues: null,
            readerColumns: null,
            Dependencies.CurrentContext.Context,
            Dependencies.CommandLogger);
}
