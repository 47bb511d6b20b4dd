using System.Net;
using EFCore.Redshift.Infrastructure;
using EFCore.Redshift.Properties;
using Npgsql;

namespace EFCore.Redshift.Storage;

/// <summary>Fills in what Redshift needs and PostgreSQL's driver has another default for; what the user has set stays.</summary>
internal static class RedshiftConnectionString
{
    // The first run of a query compiles code for seconds, and waiting in a queue counts too: the driver's 30 seconds are short.
    // https://docs.aws.amazon.com/redshift/latest/dg/c-query-performance.html
    private const int DefaultCommandTimeoutSeconds = 300;

    private const int DefaultPort = 5439;

    public static string Complete(string connectionString, RedshiftSessionSettings session)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);

        // Prepared statements die with a ROLLBACK and with any DDL on their tables.
        if (builder.MaxAutoPrepare > 0)
        {
            throw new InvalidOperationException(RedshiftStrings.ConnectionStringKeyword("Max Auto Prepare"));
        }

        // The driver then reads every literal as if a backslash in it were an ordinary character.
        if (builder.Multiplexing)
        {
            throw new InvalidOperationException(RedshiftStrings.ConnectionStringKeyword("Multiplexing"));
        }

        // The driver would ask each host for pg_is_in_recovery().
        if (builder.Host?.Contains(',', StringComparison.Ordinal) == true)
        {
            throw new InvalidOperationException(RedshiftStrings.ConnectionStringKeyword("Host"));
        }

        Default(builder, "Port", () => builder.Port = DefaultPort);
        Default(builder, "Command Timeout", () => builder.CommandTimeout = DefaultCommandTimeoutSeconds);
        Default(builder, "TCP Keepalive", () => builder.TcpKeepAlive = true);

        // The driver's default would fall back to clear text.
        // https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html
        if (!IsLocal(builder.Host))
        {
            Default(builder, "SSL Mode", () => builder.SslMode = SslMode.Require);
        }

        // An encryption request for GSSAPI is unknown to a server of version 8.0.
        builder.GssEncryptionMode = GssEncryptionMode.Disable;

        if (session.ApplicationName is { } applicationName)
        {
            builder.ApplicationName = applicationName;
        }

        return builder.ConnectionString;
    }

    private static void Default(NpgsqlConnectionStringBuilder builder, string keyword, Action set)
    {
        // ContainsKey says that a keyword exists; Keys holds those that were set.
        if (!builder.Keys.Cast<string>().Contains(keyword, StringComparer.OrdinalIgnoreCase))
        {
            set();
        }
    }

    private static bool IsLocal(string? host)
        => host is null
            || string.Equals(host.Split(':')[0], "localhost", StringComparison.OrdinalIgnoreCase)
            || host.StartsWith('/')
            || (IPEndPoint.TryParse(host, out var endPoint) && IPAddress.IsLoopback(endPoint.Address));
}
