using System.Data.Common;
using EFCore.Redshift.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>A schema of its own for a test or a fixture, dropped with all that is in it.</summary>
public sealed class TestSchema : IAsyncDisposable
{
    private TestSchema(string name, string connectionString)
    {
        Name = name;
        ConnectionString = connectionString;
    }

    public string Name { get; }

    /// <summary>The server's connection string; it does not name the schema.</summary>
    public string ConnectionString { get; }

    public static async Task<TestSchema> CreateAsync()
    {
        var schema = new TestSchema($"test_{Guid.CreateVersion7():n}", await TestServer.ConnectionStringAsync());
        await ExecuteOnAsync(schema.ConnectionString, $"CREATE SCHEMA \"{schema.Name}\"");

        return schema;
    }

    /// <summary>Options for a context whose tables are in this schema.</summary>
    public DbContextOptions<TContext> Options<TContext>(
        Action<RedshiftDbContextOptionsBuilder>? configure = null,
        Action<DbContextOptionsBuilder>? configureContext = null)
        where TContext : DbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        builder
            .UseRedshift(
                ConnectionString,
                b =>
                {
                    b.SearchPath(Name).HandOffCreateTable();
                    configure?.Invoke(b);
                })
            .EnableSensitiveDataLogging();
        configureContext?.Invoke(builder);

        return builder.Options;
    }

    /// <summary>Creates the tables of a context's model, also where the schema has others already.</summary>
    public static Task CreateTablesAsync(DbContext context)
        => context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();

    /// <summary>Runs a statement in the schema, past the provider.</summary>
    public Task<int> ExecuteAsync(string sql)
        => UseAsync(sql, command => command.ExecuteNonQueryAsync());

    /// <summary>Runs a query in the schema, past the provider, and returns its first value.</summary>
    public Task<object?> ScalarAsync(string sql)
        => UseAsync(sql, command => command.ExecuteScalarAsync());

    public async ValueTask DisposeAsync()
    {
        await TestServer.CollectStatementsAsync();
        await ExecuteOnAsync(ConnectionString, $"DROP SCHEMA \"{Name}\" CASCADE");
    }

    private async Task<T> UseAsync<T>(string sql, Func<DbCommand, Task<T>> use)
    {
        await using var connection = await TestServer.OpenAsync();
        await using (var setSearchPath = new NpgsqlCommand($"SET search_path TO \"{Name}\"", connection))
        {
            await setSearchPath.ExecuteNonQueryAsync();
        }

        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await use(command);
        }
        finally
        {
            // The pool would hand the setting on.
            await using var reset = new NpgsqlCommand("RESET search_path", connection);
            await reset.ExecuteNonQueryAsync();
        }
    }

    private static async Task ExecuteOnAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
