using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using EFCore.Redshift.Infrastructure;
using Npgsql;

namespace EFCore.Redshift.Storage;

// Redshift has no DISCARD, so a pooled connection keeps what was SET on it. What the provider sets is therefore set when a physical
// connection is made, and connections with other settings are in another pool.
// https://docs.aws.amazon.com/redshift/latest/dg/r_SET.html
internal sealed class RedshiftDataSources : IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan PasswordRetryInterval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Key, Lazy<NpgsqlDataSource>> _dataSources = new();
    private bool _disposed;

    public DbDataSource Get(string connectionString, RedshiftOptionsExtension options)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);

        return _dataSources.GetOrAdd(
            // The password provider itself is not part of the key: a lambda that captures is another object in each context.
            new Key(connectionString, options.Session, options.PasswordProvider is not null),
            static (key, options) => new Lazy<NpgsqlDataSource>(() => Create(key.ConnectionString, options)),
            options).Value;
    }

    public void Dispose()
    {
        _disposed = true;
        foreach (var dataSource in Created())
        {
            dataSource.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        foreach (var dataSource in Created())
        {
            await dataSource.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static NpgsqlDataSource Create(string connectionString, RedshiftOptionsExtension options)
    {
        var builder = new NpgsqlDataSourceBuilder(RedshiftConnectionString.Complete(connectionString, options.Session));

        if (options.PasswordProvider is not null)
        {
            builder.UsePeriodicPasswordProvider(options.PasswordProvider, options.PasswordRefreshInterval, PasswordRetryInterval);
        }

        var statements = SettingStatements(options.Session).ToArray();
        if (statements.Length > 0)
        {
            builder.UsePhysicalConnectionInitializer(
                connection => Execute(connection, statements),
                connection => ExecuteAsync(connection, statements));
        }

        return builder.Build();
    }

    private static IEnumerable<string> SettingStatements(RedshiftSessionSettings session)
    {
        if (session.CaseSensitiveIdentifiers)
        {
            yield return "SET enable_case_sensitive_identifier TO true";
        }

        if (session.SearchPath is { Count: > 0 } schemas)
        {
            yield return "SET search_path TO " + string.Join(", ", schemas.Select(s => Quote(s, session.CaseSensitiveIdentifiers)));
        }

        if (session.QueryGroup is { } queryGroup)
        {
            yield return $"SET query_group TO {RedshiftLiteral.Text(queryGroup)}";
        }

        if (session.StatementTimeout is { } timeout)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"SET statement_timeout TO {(long)timeout.TotalMilliseconds}");
        }

        if (session.TimeZone is { } timeZone)
        {
            yield return $"SET timezone TO {RedshiftLiteral.Text(timeZone)}";
        }
    }

    private static string Quote(string identifier, bool caseSensitive)
        => $"\"{RedshiftSqlGenerationHelper.Fold(identifier, caseSensitive).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Execute(NpgsqlConnection connection, string[] statements)
    {
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            SetText(command, statement);
            command.ExecuteNonQuery();
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string[] statements)
    {
        foreach (var statement in statements)
        {
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                SetText(command, statement);
                await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
        }
    }

#pragma warning disable CA2100 // SET takes no parameters; the statements are built above, from quoted values only.
    private static void SetText(NpgsqlCommand command, string statement)
        => command.CommandText = statement;
#pragma warning restore CA2100

    private IEnumerable<NpgsqlDataSource> Created()
        => _dataSources.Values.Where(d => d.IsValueCreated).Select(d => d.Value);

    private sealed record Key(string ConnectionString, RedshiftSessionSettings Session, bool HasPasswordProvider);
}
