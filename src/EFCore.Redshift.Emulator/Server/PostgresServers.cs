using Npgsql;

namespace EFCore.Redshift.Emulator.Server;

/// <summary>Chooses the PostgreSQL that executes: the installed one, or one in a container in a build with <c>UseTestcontainers=true</c>.</summary>
internal static partial class PostgresServers
{
    public static async Task<IPostgresServer> StartAsync(RedshiftEmulatorOptions options, CancellationToken cancellationToken)
    {
        Task<IPostgresServer>? container = null;
        StartContainer(options, ref container, cancellationToken);
        return container is not null
            ? await container.ConfigureAwait(false)
            : await PostgresServer.StartAsync(options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How the emulator itself connects.</summary>
    public static string ConnectionString(string host, int port, string database)
        => new NpgsqlConnectionStringBuilder
        {
            Host = host,
            Port = port,
            Username = PostgresServer.BootstrapUser,
            Database = database,
            ApplicationName = "redshift-emulator",
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            CommandTimeout = 300,
        }.ConnectionString;

    // Implemented in the file that UseTestcontainers adds.
    static partial void StartContainer(RedshiftEmulatorOptions options, ref Task<IPostgresServer>? server, CancellationToken cancellationToken);
}
