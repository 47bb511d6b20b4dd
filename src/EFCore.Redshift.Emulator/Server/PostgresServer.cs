using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EFCore.Redshift.Emulator.Catalog;
using EFCore.Redshift.Emulator.Protocol;
using EFCore.Redshift.Emulator.Sql;
using Npgsql;

namespace EFCore.Redshift.Emulator.Server;

/// <summary>The private PostgreSQL that does the executing. It is reached by a socket in a temporary folder only.</summary>
internal sealed class PostgresServer : IPostgresServer
{
    // As on a cluster, the first superuser is Amazon's own.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_superusers.html
    public const string BootstrapUser = "rdsdb";
    private const int SocketNumber = 5432;

    // A shell sits between us and PostgreSQL. However we end, the pipe to it closes; then it stops PostgreSQL and removes the folder.
    // An interrupt from the keyboard reaches the whole group of processes; the order of going down is ours all the same.
    private const string Watchdog =
        """
        trap '' INT TERM HUP
        folder=$1; log=$2; shift 2
        "$@" </dev/null >"$log" 2>&1 &
        server=$!
        while read -r line; do :; done
        kill -QUIT "$server" 2>/dev/null
        wait "$server"
        rm -rf "$folder"
        """;

    // Nothing outlives the server, so nothing has to reach the disk. The wire protocol shows Redshift's defaults.
    private static readonly string[] Settings =
    [
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "max_wal_size=4GB",
        "wal_level=minimal",
        "max_wal_senders=0",
        "max_connections=320",
        "max_parallel_workers_per_gather=0",
        "jit=off",
        "dynamic_shared_memory_type=mmap", // its files are in the folder, not in /dev/shm
        "shared_buffers=128MB",
        "logging_collector=off",
        "log_min_messages=fatal",
        "log_min_error_statement=panic",
        "standard_conforming_strings=off",
        "backslash_quote=on",
        "escape_string_warning=off",
        "extra_float_digits=0",
        "timezone=UTC",
        "datestyle=ISO, MDY",
        "client_encoding=UTF8",
    ];

    private readonly ServerFolder _folder;
    private readonly Process _watchdog;

    private PostgresServer(ServerFolder folder, Process watchdog, string database)
    {
        _folder = folder;
        _watchdog = watchdog;
        Database = database;
        Endpoint = new UnixDomainSocketEndPoint(
            Path.Combine(folder.Sockets, string.Create(CultureInfo.InvariantCulture, $".s.PGSQL.{SocketNumber}")));
    }

    public EndPoint Endpoint { get; }

    public string Database { get; }

    public string Buckets
        => _folder.Buckets;

    public static async Task<PostgresServer> StartAsync(RedshiftEmulatorOptions options, CancellationToken cancellationToken)
    {
        var binaries = PostgresBinaries.Find(options.PostgresBinaryFolder);
        var account = await ServerAccount.ChooseAsync(cancellationToken).ConfigureAwait(false);
        var folder = ServerFolder.Create();
        try
        {
            await account.TakeOverAsync(folder.Data, cancellationToken).ConfigureAwait(false);
            await account.TakeOverAsync(folder.Sockets, cancellationToken).ConfigureAwait(false);

            // Half a second; a cache of a made cluster would save less than it could break.
            await ShellCommand.RunAsync(
                account.CommandLine(
                    binaries.Initdb,
                    ["-D", folder.Data, "-U", BootstrapUser, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"]),
                cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            folder.Delete();
            throw;
        }

        var server = new PostgresServer(folder, StartProcess(binaries, account, folder, options), options.Database);
        try
        {
            await server.PrepareAsync(options, cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public string ConnectionString(string database)
        => PostgresServers.ConnectionString(_folder.Sockets, SocketNumber, database);

    public async ValueTask DisposeAsync()
    {
        _watchdog.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await _watchdog.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _watchdog.Kill(entireProcessTree: true);
            _folder.Delete();
        }

        _watchdog.Dispose();
    }

    /// <summary>The server's arguments that do not depend on where it runs.</summary>
    public static IEnumerable<string> SettingArguments(RedshiftEmulatorOptions options)
    {
        var isolation = options.DatabaseIsolation == DatabaseIsolation.Serializable ? "serializable" : "repeatable read";
        return Settings.Append($"default_transaction_isolation={isolation}").SelectMany(setting => (string[])["-c", setting]);
    }

    private static Process StartProcess(PostgresBinaries binaries, ServerAccount account, ServerFolder folder, RedshiftEmulatorOptions options)
    {
        string[] settings =
            [.. SettingArguments(options), "-c", "listen_addresses=", "-c", $"port={SocketNumber}", "-c", $"unix_socket_directories={folder.Sockets}"];
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", Watchdog, "sh", folder.Path, folder.Log, .. account.CommandLine(binaries.Postgres, ["-D", folder.Data, .. settings])])
        {
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        ShellCommand.ForgetPostgresVariables(start);
        return Process.Start(start)!;
    }

    private async Task PrepareAsync(RedshiftEmulatorOptions options, CancellationToken cancellationToken)
    {
        (await WaitUntilReadyAsync("template1", cancellationToken).ConfigureAwait(false)).Dispose();
        DatabaseSetup.Run(Endpoint, options);
    }

    private async Task<ServerConnection> WaitUntilReadyAsync(string database, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                return Open(database);
            }
            catch (Exception exception) when (exception is SocketException or IOException or RedshiftErrorException { SqlState: "57P03" })
            {
                // PostgreSQL has this file from its start to its end, and prints nothing before unless it fails.
                if (_watchdog.HasExited
                    || (!File.Exists(Path.Combine(_folder.Data, "postmaster.pid")) && new FileInfo(_folder.Log) is { Exists: true, Length: > 0 }))
                {
                    var log = await File.ReadAllTextAsync(_folder.Log, cancellationToken).ConfigureAwait(false);
                    throw new InvalidOperationException($"PostgreSQL did not start: {log}");
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token).ConfigureAwait(false);
        }
    }

    private ServerConnection Open(string database)
        => ServerConnection.Open(Endpoint, [new("user", BootstrapUser), new("database", database)]);
}
