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

    private static readonly StatementShapes Shapes = new();

    private static int _collected;

    private static readonly Lazy<Task<RedshiftEmulator>> Started = new(StartAsync);

    /// <summary>Whether the tests run on a real cluster, where what was sent cannot be counted.</summary>
    public static bool IsCluster
        => !string.IsNullOrEmpty(Cluster);

    /// <summary>The emulator, for tests that look at what went over the wire.</summary>
    public static Task<RedshiftEmulator> EmulatorAsync()
        => Started.Value;

    public static async Task<string> ConnectionStringAsync()
        => IsCluster ? Cluster! : (await EmulatorAsync()).ConnectionString;

    /// <summary>Keeps what was sent since the last call for the second opinion on its syntax that <c>eng/lint-sql.sh</c> asks for.</summary>
    public static async Task CollectStatementsAsync()
    {
        if (IsCluster || Environment.GetEnvironmentVariable("REDSHIFT_TEST_SQL") is not { Length: > 0 } folder)
        {
            return;
        }

        var statements = (await EmulatorAsync()).Statements.ToList();
        lock (Shapes)
        {
            foreach (var statement in statements.Skip(_collected))
            {
                if (Shapes.Add(statement.Text) is { } text)
                {
                    File.WriteAllText(Path.Combine(folder, $"{Guid.CreateVersion7():n}.sql"), text + ";\n");
                }
            }

            _collected = Math.Max(_collected, statements.Count);
        }
    }

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
        AppDomain.CurrentDomain.ProcessExit += (_, _) => emulator.DisposeAsync().AsTask().GetAwaiter().GetResult();

        return emulator;
    }
}
