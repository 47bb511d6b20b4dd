using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>A model with its seed in the server and in memory, shared by tests that only read.</summary>
/// <typeparam name="TContext">The context; its keys are set by the seed, so they are ValueGeneratedNever.</typeparam>
public abstract class QueryFixture<TContext> : IAsyncLifetime
    where TContext : DbContext
{
    private TestSchema? _schema;
    private DbContextOptions<TContext>? _options;
    private object[] _seed = [];

    public SqlLog Log { get; } = new();

    public virtual async Task InitializeAsync()
    {
        _schema = await TestSchema.CreateAsync();
        _options = _schema.Options<TContext>(configureContext: b => b.AddInterceptors(Log));

        await using var context = CreateContext();
        await TestSchema.CreateTablesAsync(context);

        // Adding to the context also fixes up the navigations, as LINQ to Objects needs them.
        context.AddRange(Seed());
        _seed = [.. context.ChangeTracker.Entries().Select(e => e.Entity)];
        await context.SaveChangesAsync();
    }

    public async Task DisposeAsync()
    {
        if (_schema is not null)
        {
            await _schema.DisposeAsync();
        }
    }

    public TContext CreateContext()
        => (TContext)Activator.CreateInstance(typeof(TContext), _options)!;

    /// <summary>The same rows in memory, those of derived types among them.</summary>
    public IQueryable<T> SeedOf<T>()
        where T : class
        => _seed.OfType<T>().AsQueryable();

    /// <summary>All entities of the seed: small and nasty, with nulls, empty strings, quotes, limits.</summary>
    protected abstract IEnumerable<object> Seed();
}
