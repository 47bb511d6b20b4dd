using EFCore.Redshift.Emulator;
using Npgsql;

namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>
///     The server all tests run on: the cluster that the environment variable REDSHIFT_TEST_CONNECTION names, else one emulator for the
///     whole run.
/// </summary>
public static class TestServer
{
    private static readonly string? Cluster = Environment.GetEnvironmentVariable("REDSHIFT_TEST_CONNECTION");

    private static readonly Lazy<Task<RedshiftEmulator>> Started = new(StartAsync);

    /// <summary>Whether the tests run on a real cluster, where what was sent cannot be counted.</summary>
    public static bool IsCluster
        => !string.IsNullOrEmpty(Cluster);

    /// <summary>The emulator, for tests that look at what went over the wire.</summary>
    public static Task<RedshiftEmulator> EmulatorAsync()
        => Started.Value;

    public static async Task<string> ConnectionStringAsync()
        => IsCluster ? Cluster! : (await EmulatorAsync()).ConnectionString;

    /// <summary>Opens a plain connection of the driver, past the provider.</summary>
    public static async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(await ConnectionStringAsync());
        await connection.OpenAsync();

        return connection;
    }

    private static async Task<RedshiftEmulator> StartAsync()
    {
        var emulator = await RedshiftEmulator.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            CollectStatements(emulator);
            emulator.DisposeAsync().AsTask().GetAwaiter().GetResult();
        };

        return emulator;
    }

    // For the second opinion on their syntax that eng/lint-sql.sh asks for.
    private static void CollectStatements(RedshiftEmulator emulator)
    {
        if (Environment.GetEnvironmentVariable("REDSHIFT_TEST_SQL") is { Length: > 0 } folder)
        {
            var shapes = StatementShapes.Of(emulator.Statements.ToList().Select(statement => statement.Text));
            foreach (var (index, shape) in shapes.Index())
            {
                File.WriteAllText(Path.Combine(folder, $"{index:D5}.sql"), shape + ";\n");
            }
        }
    }
}
