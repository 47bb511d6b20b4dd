using EFCore.Redshift.Emulator.TestUtilities;
using Npgsql;

namespace EFCore.Redshift.Emulator.Protocol;

public sealed class StatementsTest(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Each_execution_is_recorded_with_the_text_that_was_sent()
    {
        await using var connection = await fixture.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT /* recorded */ 1", connection);
        await command.PrepareAsync();

        await command.ExecuteScalarAsync();
        await command.ExecuteScalarAsync();
        await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("SELECT /* recorded */ 1 FOR UPDATE"));

        Assert.Equal(
            ["SELECT /* recorded */ 1", "SELECT /* recorded */ 1", "SELECT /* recorded */ 1 FOR UPDATE"],
            fixture.Server.Statements.ToList()
                .Where(statement => statement.ProcessId == connection.ProcessID && statement.Text.Contains("recorded", StringComparison.Ordinal))
                .Select(statement => statement.Text));
    }

    [Fact]
    public async Task What_a_text_means_is_found_anew_when_another_session_has_changed_it()
    {
        await fixture.ExecuteAsync("CREATE TABLE statements_changed AS SELECT 1 AS a");
        await using var connection = await fixture.OpenAsync();
        await using var other = await fixture.OpenAsync();

        Assert.Single((await connection.RowsAsync("SELECT * FROM statements_changed"))[0]);
        await other.ExecuteAsync("ALTER TABLE statements_changed ADD COLUMN b integer");
        Assert.Equal(2, (await connection.RowsAsync("SELECT * FROM statements_changed"))[0].Length);
        await other.ExecuteAsync("DROP TABLE statements_changed");
        Assert.Equal("42P01", (await Assert.ThrowsAsync<PostgresException>(() => connection.RowsAsync("SELECT * FROM statements_changed"))).SqlState);
    }

    [Fact]
    public async Task A_text_that_was_let_through_is_judged_anew_when_another_session_has_changed_what_it_means()
    {
        const string Insert = "INSERT INTO statements_judged (a) VALUES (1)";
        await fixture.ExecuteAsync("CREATE TABLE statements_judged (a bigint)");
        await using var connection = await fixture.OpenAsync();
        await using var other = await fixture.OpenAsync();
        Assert.Equal(1, await connection.ExecuteAsync(Insert));
        await other.ExecuteAsync("DROP TABLE statements_judged");
        await other.ExecuteAsync("CREATE TABLE statements_judged (a bigint IDENTITY(1, 1))");

        await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(Insert));
    }

    [Fact]
    public async Task A_text_means_what_the_search_path_of_its_session_says()
    {
        await fixture.ExecuteAsync("CREATE SCHEMA statements_one");
        await fixture.ExecuteAsync("CREATE SCHEMA statements_two");
        await fixture.ExecuteAsync("CREATE TABLE statements_one.t AS SELECT 1 AS one");
        await fixture.ExecuteAsync("CREATE TABLE statements_two.t AS SELECT 1 AS two");
        await using var connection = await fixture.OpenAsync();
        await connection.ExecuteAsync("SET search_path TO statements_one");
        Assert.Equal(1, await connection.ScalarAsync("SELECT one FROM t"));
        await connection.ExecuteAsync("SET search_path TO statements_two");

        Assert.Equal(1, await connection.ScalarAsync("SELECT two FROM t"));
        Assert.Equal("42703", (await Assert.ThrowsAsync<PostgresException>(() => connection.ScalarAsync("SELECT one FROM t"))).SqlState);
        await connection.ExecuteAsync("RESET search_path");
    }

    [Fact]
    public async Task A_temporary_table_hides_another_in_its_own_session_only()
    {
        await fixture.ExecuteAsync("CREATE TABLE statements_hidden AS SELECT 1 AS a");
        await using var connection = await fixture.OpenAsync();
        Assert.Equal(1, await connection.ScalarAsync("SELECT a FROM statements_hidden"));
        await connection.ExecuteAsync("CREATE TEMP TABLE statements_hidden AS SELECT 2 AS b");

        Assert.Equal(2, await connection.ScalarAsync("SELECT b FROM statements_hidden"));
        Assert.Equal(1, await fixture.ScalarAsync("SELECT a FROM statements_hidden"));
        await connection.ExecuteAsync("DROP TABLE statements_hidden");
        Assert.Equal(1, await connection.ScalarAsync("SELECT a FROM statements_hidden"));
    }

    [Fact]
    public async Task A_table_of_the_open_transaction_is_known_until_it_is_rolled_back()
    {
        await using var connection = await fixture.OpenAsync();
        await connection.ExecuteAsync("BEGIN");
        await connection.ExecuteAsync("CREATE TABLE statements_open AS SELECT 1 AS a");
        Assert.Equal(1, await connection.ScalarAsync("SELECT a FROM statements_open"));
        Assert.Equal("42P01", (await Assert.ThrowsAsync<PostgresException>(() => fixture.ScalarAsync("SELECT a FROM statements_open"))).SqlState);
        await connection.ExecuteAsync("ROLLBACK");

        Assert.Equal("42P01", (await Assert.ThrowsAsync<PostgresException>(() => connection.ScalarAsync("SELECT a FROM statements_open"))).SqlState);
    }

    [Fact]
    public async Task The_case_of_identifiers_follows_the_setting_of_the_session()
    {
        await using var connection = await fixture.OpenAsync();
        await connection.ExecuteAsync("SET enable_case_sensitive_identifier TO true");
        await connection.ExecuteAsync("CREATE TEMP TABLE statements_case (\"Mixed\" integer)");
        Assert.Empty(await connection.RowsAsync("SELECT \"Mixed\" FROM statements_case"));

        await connection.ExecuteAsync("SET enable_case_sensitive_identifier TO false");
        Assert.Equal(
            "42703", (await Assert.ThrowsAsync<PostgresException>(() => connection.RowsAsync("SELECT \"Mixed\" FROM statements_case"))).SqlState);
        await connection.ExecuteAsync("RESET enable_case_sensitive_identifier");
        await connection.ExecuteAsync("DROP TABLE statements_case");
    }
}
