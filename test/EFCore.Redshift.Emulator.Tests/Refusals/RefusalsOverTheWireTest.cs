using EFCore.Redshift.Emulator.TestUtilities;
using Npgsql;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>The probes as a client sees them: one for each rule, through driver, protocol and PostgreSQL's catalogue.</summary>
public class RefusalsOverTheWireTest(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private const string Schema = "refusals";

    public static TheoryData<string> Rules
        => new(Sample.Keys);

    // The driver counts parameters itself, and 16 MB are for the probes without a server.
    private static Dictionary<string, RefusalProbe> Sample { get; } = RefusalProbes.All
        .Where(probe => !probe.Sql.Contains("$1", StringComparison.Ordinal) && !probe.Sql.Contains("$3", StringComparison.Ordinal) && probe.Sql.Length < 1000)
        .GroupBy(probe => probe.Rule)
        .ToDictionary(probes => probes.Key, probes => probes.First());

    public async Task InitializeAsync()
    {
        await fixture.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {Schema}");
        await using var connection = await OpenAsync();
        if (!(bool)(await connection.ScalarAsync($"SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = '{Schema}')"))!)
        {
            foreach (var statement in FakeCatalog.CreateStatements)
            {
                await connection.ExecuteAsync(statement);
            }
        }
    }

    public Task DisposeAsync()
        => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Probe_is_refused_over_the_wire(string rule)
    {
        var probe = Sample[rule];
        await using var connection = await OpenAsync();
        if (probe.InTransaction)
        {
            await connection.ExecuteAsync("BEGIN");
        }

        var error = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(probe.Sql));

        Assert.Equal(probe.SqlState, error.SqlState);
        Assert.Contains(probe.Message, error.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_statement_fails_its_transaction_as_any_error_does()
    {
        await using var connection = await OpenAsync();
        await connection.ExecuteAsync("BEGIN");
        await connection.ExecuteAsync("INSERT INTO stage (id, s) VALUES (1, 'x')");

        await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("INSERT INTO stage (id) VALUES (2) RETURNING id"));
        var next = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("SELECT id FROM stage"));
        await connection.ExecuteAsync("ROLLBACK");

        Assert.Equal(PostgresErrorCodes.InFailedSqlTransaction, next.SqlState);
        Assert.Equal(0L, await connection.ScalarAsync("SELECT count(*) FROM stage"));
    }

    [Fact]
    public async Task Statements_before_a_refused_one_are_undone_with_it()
    {
        await using var connection = await OpenAsync();

        await Assert.ThrowsAsync<PostgresException>(
            () => connection.ExecuteAsync("INSERT INTO stage (id) VALUES (1); INSERT INTO stage (id) VALUES (2) RETURNING id"));

        Assert.Equal(0L, await connection.ScalarAsync("SELECT count(*) FROM stage"));
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        // Not of the pool, since nothing resets the search path before the next test gets the connection.
        var connection = new NpgsqlConnection($"{fixture.Server.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await connection.ExecuteAsync($"SET search_path TO {Schema}");
        return connection;
    }
}
