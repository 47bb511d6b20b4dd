using System.Diagnostics;
using EFCore.Redshift.Emulator.TestUtilities;
using Npgsql;

namespace EFCore.Redshift.Emulator.Protocol;

public sealed class FaultsTest : IAsyncLifetime
{
    // Faults of the emulator concern whichever session comes first, so that the shared one is left alone.
    private RedshiftEmulator _server = null!;
    private NpgsqlDataSource _source = null!;

    public async Task InitializeAsync()
    {
        _server = await RedshiftEmulator.StartAsync();
        _source = NpgsqlDataSource.Create(_server.ConnectionString + ";Include Error Detail=true");
        await using var connection = await _source.OpenConnectionAsync();
        await connection.ExecuteAsync("CREATE TABLE t (a integer)");
    }

    public async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_next_commit_conflicts_and_is_rolled_back()
    {
        await using (var connection = await _source.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync("INSERT INTO t VALUES (1)");
            _server.Faults.ConflictOnNextCommit();

            var conflict = await Assert.ThrowsAsync<PostgresException>(() => transaction.CommitAsync());

            Assert.Equal("XX000", conflict.SqlState);
            Assert.Equal("1023", conflict.MessageText);
            Assert.StartsWith("Serializable isolation violation on table", conflict.Detail, StringComparison.Ordinal);
        }

        // Npgsql gives up a connection that tells it of an internal error.
        await using var other = await _source.OpenConnectionAsync();
        Assert.Equal(0L, await other.ScalarAsync("SELECT COUNT(*) FROM t"));
        await other.ExecuteAsync("INSERT INTO t VALUES (2)");
        Assert.Equal(1L, await other.ScalarAsync("SELECT COUNT(*) FROM t"));
    }

    [Fact]
    public void After_a_conflict_there_is_no_transaction()
    {
        using var client = RawClient.Connect(_server);
        client.Query("BEGIN").ReadUntilReady();
        client.Query("INSERT INTO t VALUES (1)").ReadUntilReady();
        _server.Faults.ConflictOnNextCommit();

        Assert.Equal(["E XX000 1023", "Z I"], client.Query("COMMIT").ReadUntilReady());
        Assert.Equal(["T", "D 0", "C SELECT 1", "Z I"], client.Query("SELECT COUNT(*) FROM t").ReadUntilReady());
    }

    [Fact]
    public async Task A_write_outside_of_a_transaction_is_a_commit_too()
    {
        await using var connection = await _source.OpenConnectionAsync();
        _server.Faults.ConflictOnNextCommit();

        Assert.Equal(0L, await connection.ScalarAsync("SELECT COUNT(*) FROM t"));
        var conflict = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("INSERT INTO t VALUES (1)"));

        Assert.Equal("1023", conflict.MessageText);
        await using var other = await _source.OpenConnectionAsync();
        Assert.Equal(0L, await other.ScalarAsync("SELECT COUNT(*) FROM t"));
    }

    [Theory]
    [InlineData(true, 0L)]
    [InlineData(false, 1L)]
    public async Task The_connection_is_cut_before_or_after_the_server_has_committed(bool isBefore, long rows)
    {
        await using (var connection = await _source.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync("INSERT INTO t VALUES (1)");
            if (isBefore)
            {
                _server.Faults.CutBeforeNextCommit();
            }
            else
            {
                _server.Faults.CutAfterNextCommit();
            }

            var failure = await Assert.ThrowsAsync<NpgsqlException>(() => transaction.CommitAsync());
            Assert.IsNotType<PostgresException>(failure);
        }

        await using var other = await _source.OpenConnectionAsync();
        Assert.Equal(rows, await other.ScalarAsync("SELECT COUNT(*) FROM t"));
    }

    [Theory]
    [InlineData("cut_before", 0L)]
    [InlineData("cut_after", 1L)]
    public async Task A_session_asks_for_a_cut_of_its_own_by_SET(string fault, long rows)
    {
        await using var other = await _source.OpenConnectionAsync();
        await using (var connection = await _source.OpenConnectionAsync())
        {
            await connection.ExecuteAsync($"SET emulator.next_commit TO '{fault}'");
            await other.ExecuteAsync("INSERT INTO t VALUES (0)");
            await Assert.ThrowsAsync<NpgsqlException>(() => connection.ExecuteAsync("INSERT INTO t VALUES (1)"));
        }

        Assert.Equal(rows + 1, await other.ScalarAsync("SELECT COUNT(*) FROM t"));
    }

    [Fact]
    public async Task The_statement_of_a_number_fails()
    {
        await using var connection = await _source.OpenConnectionAsync();
        _server.Faults.FailStatement(2, "57014", "Query aborted");

        Assert.Equal(1, await connection.ScalarAsync("SELECT 1"));
        var failure = await Assert.ThrowsAsync<PostgresException>(() => connection.ScalarAsync("SELECT 2"));

        Assert.Equal("57014", failure.SqlState);
        Assert.Equal("Query aborted", failure.MessageText);
        Assert.Equal(3, await connection.ScalarAsync("SELECT 3"));
    }

    [Fact]
    public async Task A_delay_is_waited_for_by_each_statement_or_each_round_trip()
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new("SELECT 1"), new("SELECT 2"), new("SELECT 3") } };

        await connection.ExecuteAsync("SET emulator.statement_delay TO 60");
        Assert.InRange(await TimeAsync(batch), 180, 30_000);
        await connection.ExecuteAsync("SET emulator.statement_delay TO 0");
        await connection.ExecuteAsync("SET emulator.round_trip_delay TO 60");
        Assert.InRange(await TimeAsync(batch), 60, 30_000);
    }

    [Fact]
    public async Task An_unknown_fault_is_refused()
    {
        await using var connection = await _source.OpenConnectionAsync();

        Assert.Equal("42704", (await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("SET emulator.nonsense TO 1"))).SqlState);
        Assert.Equal(
            "22023", (await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("SET emulator.next_commit TO 'maybe'"))).SqlState);
    }

    private static async Task<double> TimeAsync(NpgsqlBatch batch)
    {
        var watch = Stopwatch.StartNew();
        await batch.ExecuteNonQueryAsync();
        return watch.Elapsed.TotalMilliseconds;
    }
}
