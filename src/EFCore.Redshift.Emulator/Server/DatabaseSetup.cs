using System.Net;
using EFCore.Redshift.Emulator.Catalog;
using EFCore.Redshift.Emulator.Protocol;

namespace EFCore.Redshift.Emulator.Server;

/// <summary>Makes a new PostgreSQL cluster Redshift's: its catalogue, the first user and the first database.</summary>
internal static class DatabaseSetup
{
    public static void Run(EndPoint endpoint, RedshiftEmulatorOptions options)
    {
        // In the template, so that databases made later are alike.
        using (var template = Open(endpoint, "template1"))
        {
            template.Query(CatalogScripts.Text);
            template.Query($"CREATE ROLE {Quote(options.Username)} SUPERUSER LOGIN");
        }

        using var maintenance = Open(endpoint, "postgres");
        maintenance.Query($"CREATE DATABASE {Quote(options.Database)} OWNER {Quote(options.Username)}");
    }

    private static ServerConnection Open(EndPoint endpoint, string database)
        => ServerConnection.Open(endpoint, [new("user", PostgresServer.BootstrapUser), new("database", database)]);

    private static string Quote(string identifier)
        => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
