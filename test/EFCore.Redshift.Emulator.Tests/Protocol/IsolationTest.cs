using EFCore.Redshift.Emulator.TestUtilities;
using Npgsql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>https://docs.aws.amazon.com/redshift/latest/dg/c_serial_isolation.html</summary>
public sealed class IsolationTest(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Two_transactions_that_change_the_same_row_conflict()
    {
        await fixture.ExecuteAsync("CREATE TABLE isolation_rows AS SELECT 1 AS a, 0 AS b");
        await using var first = await fixture.OpenAsync();
        await using var second = await fixture.OpenAsync();
        await using var firstTransaction = await first.BeginTransactionAsync();
        await using var secondTransaction = await second.BeginTransactionAsync();
        await second.ScalarAsync("SELECT COUNT(*) FROM isolation_rows");

        await first.ExecuteAsync("UPDATE isolation_rows SET b = 1 WHERE a = 1");
        await firstTransaction.CommitAsync();
        var conflict = await Assert.ThrowsAsync<PostgresException>(() => second.ExecuteAsync("UPDATE isolation_rows SET b = 2 WHERE a = 1"));

        Assert.Equal("XX000", conflict.SqlState);
        Assert.Equal("1023", conflict.MessageText);
        Assert.StartsWith("Serializable isolation violation on table - ", conflict.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_sees_what_was_committed_before_its_first_statement_and_not_before_its_begin()
    {
        await fixture.ExecuteAsync("CREATE TABLE isolation_snapshot (a integer)");
        await using var reader = await fixture.OpenAsync();
        await using var transaction = await reader.BeginTransactionAsync();

        await fixture.ExecuteAsync("INSERT INTO isolation_snapshot VALUES (1)");
        Assert.Equal(1L, await reader.ScalarAsync("SELECT COUNT(*) FROM isolation_snapshot"));
        await fixture.ExecuteAsync("INSERT INTO isolation_snapshot VALUES (2)");
        Assert.Equal(1L, await reader.ScalarAsync("SELECT COUNT(*) FROM isolation_snapshot"));
    }

    // A key table is read only when it is locked, and then as the one before has left it.
    [Fact]
    public async Task Waiting_for_a_lock_takes_no_snapshot()
    {
        await fixture.ExecuteAsync("CREATE TABLE isolation_lock AS SELECT 1 AS a");
        await using var first = await fixture.OpenAsync();
        await using var second = await fixture.OpenAsync();

        // Also in a session with a temporary table, where names are looked up otherwise.
        await second.ExecuteAsync("CREATE TEMP TABLE isolation_own (a integer)");
        await using var firstTransaction = await first.BeginTransactionAsync();
        await first.ExecuteAsync("LOCK isolation_lock");
        await using var secondTransaction = await second.BeginTransactionAsync();
        var waiting = second.ExecuteAsync("LOCK isolation_lock");

        await first.ExecuteAsync("UPDATE isolation_lock SET a = a + 1");
        await firstTransaction.CommitAsync();
        await waiting;

        Assert.Equal(2, await second.ScalarAsync("SELECT a FROM isolation_lock"));
        Assert.Equal(1, await second.ExecuteAsync("UPDATE isolation_lock SET a = a + 1"));
        await secondTransaction.CommitAsync();
    }

    [Fact]
    public async Task The_isolation_level_that_a_client_names_has_no_effect()
    {
        await fixture.ExecuteAsync("CREATE TABLE isolation_level (a integer)");
        await using var reader = await fixture.OpenAsync();
        await reader.ExecuteAsync("BEGIN ISOLATION LEVEL READ COMMITTED");

        Assert.Equal(0L, await reader.ScalarAsync("SELECT COUNT(*) FROM isolation_level"));
        await fixture.ExecuteAsync("INSERT INTO isolation_level VALUES (1)");
        Assert.Equal(0L, await reader.ScalarAsync("SELECT COUNT(*) FROM isolation_level"));
        await reader.ExecuteAsync("ROLLBACK");
    }

    [Fact]
    public async Task TRUNCATE_commits_the_transaction()
    {
        await fixture.ExecuteAsync("CREATE TABLE isolation_truncated AS SELECT 1 AS a");
        await fixture.ExecuteAsync("CREATE TABLE isolation_kept (a integer)");
        await using var connection = await fixture.OpenAsync();

        await connection.ExecuteAsync("BEGIN");
        await connection.ExecuteAsync("INSERT INTO isolation_kept VALUES (1)");
        await connection.ExecuteAsync("TRUNCATE isolation_truncated");
        await connection.ExecuteAsync("ROLLBACK");

        Assert.Equal(1L, await connection.ScalarAsync("SELECT COUNT(*) FROM isolation_kept"));
        Assert.Equal(0L, await connection.ScalarAsync("SELECT COUNT(*) FROM isolation_truncated"));
    }

    [Fact]
    public async Task Under_SERIALIZABLE_two_transactions_that_each_read_what_the_other_writes_conflict()
    {
        await using var server = await RedshiftEmulator.StartAsync(new RedshiftEmulatorOptions { DatabaseIsolation = DatabaseIsolation.Serializable });
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var first = await source.OpenConnectionAsync();
        await using var second = await source.OpenConnectionAsync();
        await first.ExecuteAsync("CREATE TABLE one (a integer); CREATE TABLE other (a integer)");

        await first.ExecuteAsync("BEGIN");
        await second.ExecuteAsync("BEGIN");
        await first.ScalarAsync("SELECT COUNT(*) FROM one");
        await second.ScalarAsync("SELECT COUNT(*) FROM other");
        await first.ExecuteAsync("INSERT INTO other VALUES (1)");
        await second.ExecuteAsync("INSERT INTO one VALUES (1)");
        await first.ExecuteAsync("COMMIT");
        var conflict = await Assert.ThrowsAsync<PostgresException>(() => second.ExecuteAsync("COMMIT"));

        Assert.Equal("XX000", conflict.SqlState);
        Assert.Equal("1023", conflict.MessageText);
    }
}
