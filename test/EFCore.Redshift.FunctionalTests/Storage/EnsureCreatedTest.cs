using EFCore.Redshift.FunctionalTests.TestUtilities;
using EFCore.Redshift.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Redshift.FunctionalTests.Storage;

public sealed class EnsureCreatedTest
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_tables_are_made_once_whatever_other_schemas_hold(bool async)
    {
        await using var other = await TestSchema.CreateAsync();
        await other.ExecuteAsync("CREATE TABLE regions (id integer)");
        await using var schema = await TestSchema.CreateAsync();
        await using var context = new RegionsContext(schema.Options<RegionsContext>(), schema: null);

        Assert.True(await EnsureCreatedAsync(context, async));
        Assert.False(await EnsureCreatedAsync(context, async));

        Assert.Equal(["Nord", "S\\'üd"], await context.Regions.OrderBy(r => r.Id).Select(r => r.Name).ToListAsync());
    }

    [Fact]
    public async Task A_schema_that_the_model_names_is_looked_into()
    {
        await using var other = await TestSchema.CreateAsync();
        await other.ExecuteAsync("CREATE TABLE regions (id integer)");
        await using var schema = await TestSchema.CreateAsync();
        await using var context = new RegionsContext(
            other.Options<RegionsContext>(configureContext: b => b.ReplaceService<IModelCacheKeyFactory, OneModelASchema>()),
            schema.Name.ToUpperInvariant());

        Assert.True(await context.Database.EnsureCreatedAsync());
        Assert.False(await context.Database.EnsureCreatedAsync());
        Assert.Equal(2L, await schema.ScalarAsync("SELECT COUNT(*) FROM regions"));
    }

    private static Task<bool> EnsureCreatedAsync(DbContext context, bool async)
        => async ? context.Database.EnsureCreatedAsync() : Task.FromResult(context.Database.EnsureCreated());

    private sealed class Region
    {
        public int Id { get; set; }

        public required string Name { get; set; }
    }

    private sealed class RegionsContext(DbContextOptions<RegionsContext> options, string? schema) : DbContext(options)
    {
        public string? Schema
            => schema;

        public DbSet<Region> Regions
            => Set<Region>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Region>(b =>
            {
                b.ToTable("Regions", schema).HasRedshiftDistribution(RedshiftDistributionStyle.All);
                b.Property(r => r.Id).ValueGeneratedNever();
                b.HasData(new Region { Id = 1, Name = "Nord" }, new Region { Id = 2, Name = "S\\'üd" });
            });
    }

    private sealed class OneModelASchema : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime)
            => (context.GetType(), ((RegionsContext)context).Schema, designTime);
    }
}
