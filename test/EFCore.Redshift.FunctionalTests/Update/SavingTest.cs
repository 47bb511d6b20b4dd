using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Update;

/// <summary>Gives each test tables of its own, made by the SQL that a warehouse would have.</summary>
public abstract class SavingTest : IAsyncLifetime
{
    private TestSchema? _schema;

    protected TestSchema Schema
        => _schema!;

    protected SqlLog Sql { get; } = new();

    protected abstract string Tables { get; }

    public virtual async Task InitializeAsync()
    {
        _schema = await TestSchema.CreateAsync();
        foreach (var statement in Tables.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await _schema.ExecuteAsync(statement);
        }
    }

    public async Task DisposeAsync()
        => await Schema.DisposeAsync();

    protected DbContextOptions<TContext> Options<TContext>(Action<DbContextOptionsBuilder>? configure = null)
        where TContext : DbContext
        => Schema.Options<TContext>(configureContext: builder =>
        {
            builder.AddInterceptors(Sql);
            configure?.Invoke(builder);
        });

    /// <summary>Compares what was sent, without line breaks, with what was to be sent.</summary>
    protected void AssertSql(params string[] expected)
        => Assert.Equal(expected, Sql.Statements.Select(statement => statement.Replace("\n", " ", StringComparison.Ordinal)));
}
