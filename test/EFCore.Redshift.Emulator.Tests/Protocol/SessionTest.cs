using System.Globalization;
using EFCore.Redshift.Emulator.TestUtilities;
using Npgsql;

namespace EFCore.Redshift.Emulator.Protocol;

public sealed class SessionTest(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task A_cancelled_command_fails_and_its_session_goes_on()
    {
        await using var connection = await fixture.OpenAsync();
        await using var command = new NpgsqlCommand(LongQuery, connection);
        using var cancellation = new CancellationTokenSource();

        var executing = command.ExecuteScalarAsync(cancellation.Token);
        await WaitUntilAsync(ActiveQueries, count => count > 0);
        await cancellation.CancelAsync();

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => executing);
        var refusal = Assert.IsType<PostgresException>(failure.InnerException);
        Assert.Equal("57014", refusal.SqlState);
        Assert.EndsWith("cancelled on user's request", refusal.MessageText, StringComparison.Ordinal);
        Assert.Equal(1, await connection.ScalarAsync("SELECT 1"));
    }

    [Fact]
    public async Task A_cancelled_COPY_fails_and_loads_nothing()
    {
        await WriteRowsAsync("session-cancelled.txt");
        await fixture.ExecuteAsync("CREATE TABLE session_cancelled (id integer, text varchar(200))");
        await using var connection = await fixture.OpenAsync();
        await using var command = new NpgsqlCommand(Copy("session_cancelled", "session-cancelled.txt"), connection);
        using var cancellation = new CancellationTokenSource();

        var executing = command.ExecuteNonQueryAsync(cancellation.Token);
        await WaitUntilAsync(ActiveLoads, count => count > 0);
        await cancellation.CancelAsync();

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => executing);
        Assert.Equal("57014", Assert.IsType<PostgresException>(failure.InnerException).SqlState);
        Assert.Equal(0L, await connection.ScalarAsync("SELECT COUNT(*) FROM session_cancelled"));
    }

    [Fact]
    public async Task A_client_that_is_killed_in_the_middle_of_a_COPY_frees_its_backend()
    {
        await WriteRowsAsync("session-killed.txt");
        await fixture.ExecuteAsync("CREATE TABLE session_killed (id integer, text varchar(200))");
        using (var client = RawClient.Connect(fixture.Server))
        {
            client.Query(Copy("session_killed", "session-killed.txt"));
            client.Writer.Flush();
            await WaitUntilAsync(ActiveLoads, count => count > 0);
        }

        await WaitUntilAsync(ActiveLoads, count => count == 0);
        Assert.Equal(0L, await fixture.ScalarAsync("SELECT COUNT(*) FROM session_killed"));
    }

    [Fact]
    public async Task Settings_can_be_given_at_startup()
    {
        var settings = new NpgsqlConnectionStringBuilder(fixture.Server.ConnectionString)
        {
            Options = "-c query_group=reports -c enable_case_sensitive_identifier=true",
            SearchPath = "session_startup",
            Timezone = "America/New_York",
            ApplicationName = "reports",
            Pooling = false,
        };
        await fixture.ExecuteAsync("CREATE SCHEMA session_startup");
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();

        Assert.Equal("reports", await connection.ScalarAsync("SHOW query_group"));
        Assert.Equal("America/New_York", await connection.ScalarAsync("SHOW timezone"));
        await connection.ExecuteAsync("CREATE TABLE mine (\"Mixed\" integer)");
        Assert.Empty(await connection.RowsAsync("SELECT \"Mixed\" FROM session_startup.mine"));
    }

    [Fact]
    public async Task A_client_that_is_killed_in_the_middle_of_a_query_frees_its_backend()
    {
        using (var client = RawClient.Connect(fixture.Server))
        {
            client.Query(LongQuery);
            client.Writer.Flush();
            await WaitUntilAsync(ActiveQueries, count => count > 0);
        }

        await WaitUntilAsync(ActiveQueries, count => count == 0);
        Assert.Equal(1, await fixture.ScalarAsync("SELECT 1"));
    }

    [Fact]
    public async Task A_client_that_is_killed_while_rows_come_frees_its_backend()
    {
        using (var client = RawClient.Connect(fixture.Server))
        {
            client.Query(LargeQuery(1_000_000)).ReadUntil(MessageType.DataRow);
        }

        await WaitUntilAsync(ActiveQueries, count => count == 0);
        Assert.Equal(1, await fixture.ScalarAsync("SELECT 1"));
    }

    [Fact]
    public async Task Rows_larger_than_any_buffer_come_through()
    {
        await using var connection = await fixture.OpenAsync();

        var rows = await connection.RowsAsync("SELECT REPEAT('x', 65535), REPEAT('y', 65535), REPEAT('z', 65535) UNION ALL SELECT 'a', 'b', 'c'");

        Assert.Equal(3 * 65535, rows[0].Sum(value => ((string)value!).Length));
        Assert.Equal(["a", "b", "c"], rows[1]);
    }

    [Fact]
    public async Task Two_hundred_sessions_at_once_leave_nothing_open()
    {
        await using var server = await RedshiftEmulator.StartAsync();
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString) { MaxPoolSize = 200, Timeout = 60 };
        await using (var source = NpgsqlDataSource.Create(settings.ConnectionString))
        {
            var connections = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => source.OpenConnectionAsync().AsTask()));
            var answers = await Task.WhenAll(connections.Select((connection, i) => connection.ScalarAsync($"SELECT {i}")));
            Assert.Equal(Enumerable.Range(0, 200), answers.Cast<int>());
            foreach (var connection in connections)
            {
                await connection.DisposeAsync();
            }
        }

        await WaitUntilAsync(() => Task.FromResult(server.OpenSessions), count => count == 0);
    }

    private const string LongQuery = "SELECT COUNT(*) FROM pg_class a, pg_class b, pg_class c, pg_class d";

    private static string LargeQuery(int rows)
        => string.Create(CultureInfo.InvariantCulture, $"SELECT a.relname, b.relname FROM pg_class a, pg_class b, pg_class c LIMIT {rows}");

    private static string Copy(string table, string file)
        => $"COPY {table} FROM 's3://sessions/{file}' IAM_ROLE 'arn:aws:iam::123456789012:role/load' DELIMITER '|'";

    private async Task WriteRowsAsync(string file)
    {
        var folder = Directory.CreateDirectory(Path.Combine(fixture.Server.S3Root, "sessions"));
        await using var writer = new StreamWriter(Path.Combine(folder.FullName, file));
        var text = new string('x', 100);
        for (var i = 0; i < 500_000; i++)
        {
            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{i}|{text}\n"));
        }
    }

    private Task<int> ActiveQueries()
        => CountActiveAsync("%pg_class%");

    private Task<int> ActiveLoads()
        => CountActiveAsync("COPY %");

    private async Task<int> CountActiveAsync(string pattern)
    {
        await using var admin = new NpgsqlConnection(fixture.Server.ServerConnectionString);
        await admin.OpenAsync();
        return Convert.ToInt32(
            await admin.ScalarAsync($"SELECT COUNT(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '{pattern}' AND pid <> pg_backend_pid()"),
            CultureInfo.InvariantCulture);
    }

    private static async Task WaitUntilAsync(Func<Task<int>> count, Func<int, bool> isReached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isReached(await count()))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }
}
