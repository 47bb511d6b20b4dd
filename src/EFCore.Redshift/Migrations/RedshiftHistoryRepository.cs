using EFCore.Redshift.Properties;
using EFCore.Redshift.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Migrations;

// The one table the provider creates unasked: a handful of rows, on every node.
internal sealed class RedshiftHistoryRepository(HistoryRepositoryDependencies dependencies) : HistoryRepository(dependencies)
{
    public override LockReleaseBehavior LockReleaseBehavior
        => LockReleaseBehavior.Transaction;

    private string Table
        => SqlGenerationHelper.DelimitIdentifier(TableName, TableSchema);

    // pg_table_is_visible follows the search path. https://docs.aws.amazon.com/redshift/latest/dg/c_intro_catalog_views.html
    protected override string ExistsSql
        => "SELECT COUNT(*) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace "
            + $"WHERE c.relname = {StoredName(TableName)} AND "
            + (TableSchema is null ? "pg_catalog.pg_table_is_visible(c.oid)" : $"n.nspname = {StoredName(TableSchema)}")
            + SqlGenerationHelper.StatementTerminator;

    public override string GetCreateScript()
        => CreateScript("CREATE TABLE ");

    public override string GetCreateIfNotExistsScript()
        => CreateScript("CREATE TABLE IF NOT EXISTS ");

    // https://docs.aws.amazon.com/redshift/latest/dg/r_LOCK.html
    public override IMigrationsDatabaseLock AcquireDatabaseLock()
    {
        Dependencies.MigrationsLogger.AcquiringMigrationLock();
        LockCommand().ExecuteNonQuery(CommandParameters());

        return new RedshiftMigrationsDatabaseLock(this);
    }

    public override async Task<IMigrationsDatabaseLock> AcquireDatabaseLockAsync(CancellationToken cancellationToken = default)
    {
        Dependencies.MigrationsLogger.AcquiringMigrationLock();
        await LockCommand().ExecuteNonQueryAsync(CommandParameters(), cancellationToken).ConfigureAwait(false);

        return new RedshiftMigrationsDatabaseLock(this);
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html
    public override string GetBeginIfNotExistsScript(string migrationId)
        => throw new NotSupportedException(RedshiftStrings.IdempotentScript);

    public override string GetBeginIfExistsScript(string migrationId)
        => throw new NotSupportedException(RedshiftStrings.IdempotentScript);

    public override string GetEndIfScript()
        => throw new NotSupportedException(RedshiftStrings.IdempotentScript);

    protected override bool InterpretExistsResult(object? value)
        => value is > 0L;

    protected override IReadOnlyList<MigrationCommand> GetCreateCommands()
        => Dependencies.MigrationsSqlGenerator.Generate(
            [new SqlOperation { Sql = GetCreateScript() }]);

    private string CreateScript(string create)
        => $"""
            {create}{Table} (
                {SqlGenerationHelper.DelimitIdentifier(MigrationIdColumnName)} varchar(450) NOT NULL,
                {SqlGenerationHelper.DelimitIdentifier(ProductVersionColumnName)} varchar(96) NOT NULL,
                PRIMARY KEY ({SqlGenerationHelper.DelimitIdentifier(MigrationIdColumnName)})
            )
            DISTSTYLE ALL{SqlGenerationHelper.StatementTerminator}

            """;

    private IRelationalCommand LockCommand()
        => Dependencies.RawSqlCommandBuilder.Build($"LOCK {Table}{SqlGenerationHelper.StatementTerminator}");

    private RelationalCommandParameterObject CommandParameters()
        => new(
            Dependencies.Connection,
            parameterValues: null,
            readerColumns: null,
            Dependencies.CurrentContext.Context,
            Dependencies.CommandLogger,
            CommandSource.Migrations);

    // As the catalogue holds it: without the quotes, in the case that the server stores.
    private string StoredName(string name)
        => RedshiftLiteral.Text(SqlGenerationHelper.DelimitIdentifier(name)[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal));
}
