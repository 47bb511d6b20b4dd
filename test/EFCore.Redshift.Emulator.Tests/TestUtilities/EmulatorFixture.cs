using Npgsql;

namespace EFCore.Redshift.Emulator.TestUtilities;

/// <summary>
///     The emulator that the tests of this assembly share. It is started by the first that asks; it ends with the process, whose end its
///     watchdog notices. Tests make their own schemas, or temporary tables, and leave settings as they were.
/// </summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    private static readonly Lazy<Task<Shared>> LazyShared = new(StartAsync);

    private Shared? _shared;

    public RedshiftEmulator Server
        => _shared!.Server;

    public NpgsqlDataSource DataSource
        => _shared!.DataSource;

    public async Task InitializeAsync()
        => _shared = await LazyShared.Value;

    public Task DisposeAsync()
        => Task.CompletedTask;

    public ValueTask<NpgsqlConnection> OpenAsync()
        => DataSource.OpenConnectionAsync();

    /// <summary>Runs one statement on a connection of its own.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await connection.ExecuteAsync(sql);
    }

    /// <summary>The first value of the first row, on a connection of its own.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await OpenAsync();
        return await connection.ScalarAsync(sql);
    }

    /// <summary>All rows, on a connection of its own.</summary>
    public async Task<IReadOnlyList<object?[]>> RowsAsync(string sql)
    {
        await using var connection = await OpenAsync();
        return await connection.RowsAsync(sql);
    }

    private static async Task<Shared> StartAsync()
    {
        var server = await RedshiftEmulator.StartAsync();
        return new Shared(server, NpgsqlDataSource.Create(server.ConnectionString + ";Include Error Detail=true"));
    }

    private sealed record Shared(RedshiftEmulator Server, NpgsqlDataSource DataSource);
}
