using System.Collections.Frozen;
using System.Globalization;
using EFCore.Redshift.Emulator.Objects;
using EFCore.Redshift.Emulator.Protocol;
using EFCore.Redshift.Emulator.Server;
using EFCore.Redshift.Emulator.Sql;
using Npgsql;

namespace EFCore.Redshift.Emulator;

/// <summary>
///     A local stand-in for an Amazon Redshift cluster: it speaks the wire protocol on the loopback address, refuses what Redshift refuses, and
///     has a private PostgreSQL execute the rest. Nothing is kept when it is disposed.
/// </summary>
/// <example>
///     <code>
///     await using var server = await RedshiftEmulator.StartAsync();
///     await using var connection = new NpgsqlConnection(server.ConnectionString);
///     </code>
/// </example>
public sealed class RedshiftEmulator : IAsyncDisposable
{
    private readonly IPostgresServer _server;
    private readonly EmulatorListener _listener;
    private readonly SharedCatalog _catalog;

    private RedshiftEmulator(
        RedshiftEmulatorOptions options,
        IPostgresServer server,
        EmulatorListener listener,
        SharedCatalog catalog,
        RecordedStatements statements,
        RedshiftFaults faults,
        string s3Root)
    {
        _server = server;
        _listener = listener;
        _catalog = catalog;
        Statements = statements;
        Faults = faults;
        S3Root = s3Root;
        ConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = listener.Port,
            Database = options.Database,
            Username = options.Username,
            Password = options.Password,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            MaxAutoPrepare = 0,
        }.ConnectionString;
    }

    /// <summary>A connection string for Npgsql and for <c>UseRedshift</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>The port that the emulator listens on.</summary>
    public int Port
        => _listener.Port;

    /// <summary>The folder whose subfolders are the buckets: <c>s3://bucket/key</c> is the file <c>bucket/key</c> in it.</summary>
    public string S3Root { get; }

    /// <summary>What clients have sent since the start, or since it was cleared.</summary>
    public RecordedStatements Statements { get; }

    /// <summary>What the emulator is to do wrong.</summary>
    public RedshiftFaults Faults { get; }

    /// <summary>How many sessions are open.</summary>
    public int OpenSessions
        => _listener.OpenSessions;

    /// <summary>The connection string of the private PostgreSQL, which the emulator's own tests look into.</summary>
    internal string ServerConnectionString
        => _server.ConnectionString(_server.Database);

    /// <summary>Starts an emulator, which takes about a second.</summary>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The emulator, ready to be connected to. Dispose it to stop it.</returns>
    /// <exception cref="InvalidOperationException">PostgreSQL 15 or newer was not found, or did not start; the message says what to do.</exception>
    /// <exception cref="PlatformNotSupportedException">The operating system is Windows; the emulator runs in WSL there.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken.</exception>
    public static async Task<RedshiftEmulator> StartAsync(RedshiftEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException(
                "The Redshift emulator runs on Linux and macOS. On Windows, run it in the Windows Subsystem for Linux.");
        }

        options ??= new RedshiftEmulatorOptions();
        var server = await PostgresServers.StartAsync(options, cancellationToken).ConfigureAwait(false);
        try
        {
            var s3Root = Path.GetFullPath(options.S3Root ?? server.Buckets);
            Directory.CreateDirectory(s3Root);
            var statements = new RecordedStatements();
            var faults = new RedshiftFaults();
            var catalog = new SharedCatalog(server.Endpoint, PostgresServer.BootstrapUser);
            var listener = EmulatorListener.Start(
                new EmulatorServices
                {
                    Server = server.Endpoint,
                    Options = options,
                    Relaxations = options.Relaxations.ToFrozenSet(),
                    Translate = new SqlTranslator().TranslateEachAsync,
                    Catalog = catalog,
                    Executor = new ObjectStatementExecutor(new FolderObjectStore(s3Root), new NpgsqlTransferHistory(server.ConnectionString)),
                    Statements = statements,
                    Faults = faults,
                });
            return new RedshiftEmulator(options, server, listener, catalog, statements, faults, s3Root);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Cuts all sessions, stops PostgreSQL and removes the temporary folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync().ConfigureAwait(false);
        _catalog.Dispose();
        await _server.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A short description with the port.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"Redshift emulator on port {Port}");
}
