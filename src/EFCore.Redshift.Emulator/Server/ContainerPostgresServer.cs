using System.Net;
using Testcontainers.PostgreSql;

namespace EFCore.Redshift.Emulator.Server;

/// <summary>A PostgreSQL in a container, for machines that have Docker and no PostgreSQL.</summary>
internal sealed class ContainerPostgresServer : IPostgresServer
{
    private const string Image = "postgres:17";

    private readonly PostgreSqlContainer _container;
    private readonly ServerFolder _folder = ServerFolder.Create();

    private ContainerPostgresServer(PostgreSqlContainer container, IPAddress address, string database)
    {
        _container = container;
        Endpoint = new IPEndPoint(address, container.GetMappedPublicPort(PostgreSqlBuilder.PostgreSqlPort));
        Database = database;
    }

    public EndPoint Endpoint { get; }

    public string Database { get; }

    public string Buckets
        => _folder.Buckets;

    public static async Task<IPostgresServer> StartAsync(RedshiftEmulatorOptions options, CancellationToken cancellationToken)
    {
        var container = new PostgreSqlBuilder(Image)
            .WithUsername(PostgresServer.BootstrapUser)
            .WithDatabase("postgres")
            .WithEnvironment("POSTGRES_HOST_AUTH_METHOD", "trust")
            .WithEnvironment("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C")
            .WithCommand(PostgresServer.SettingArguments(options).ToArray())
            .Build();
        try
        {
            await container.StartAsync(cancellationToken).ConfigureAwait(false);
            var addresses = await Dns.GetHostAddressesAsync(container.Hostname, cancellationToken).ConfigureAwait(false);
            var server = new ContainerPostgresServer(container, addresses[0], options.Database);
            DatabaseSetup.Run(server.Endpoint, options);
            return server;
        }
        catch
        {
            await container.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public string ConnectionString(string database)
        => PostgresServers.ConnectionString(_container.Hostname, _container.GetMappedPublicPort(PostgreSqlBuilder.PostgreSqlPort), database);

    public async ValueTask DisposeAsync()
    {
        await _container.DisposeAsync().ConfigureAwait(false);
        _folder.Delete();
    }
}

internal static partial class PostgresServers
{
    // A folder of programs that the user names goes before the container.
    static partial void StartContainer(RedshiftEmulatorOptions options, ref Task<IPostgresServer>? server, CancellationToken cancellationToken)
        => server = options.PostgresBinaryFolder is null ? ContainerPostgresServer.StartAsync(options, cancellationToken) : null;
}
