using System.Reflection;
using EFCore.Redshift.Infrastructure;
using EFCore.Redshift.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EFCore.Redshift.FunctionalTests.Design;

public sealed class DesignTimeServicesTest
{
    [Fact]
    public void Scaffolding_is_refused_with_advice()
    {
        using var services = Services();
        var factory = services.GetRequiredService<IDatabaseModelFactory>();

        var exception = Assert.Throws<NotSupportedException>(() => factory.Create("Host=localhost", new DatabaseModelFactoryOptions()));
        Assert.StartsWith("The Redshift provider does not scaffold", exception.Message, StringComparison.Ordinal);

        using var connection = new NpgsqlConnection();
        Assert.Throws<NotSupportedException>(() => factory.Create(connection, new DatabaseModelFactoryOptions()));
    }

    [Fact]
    public void UseRedshift_is_what_generated_code_calls()
    {
        using var services = Services();

        var call = services.GetRequiredService<IProviderConfigurationCodeGenerator>().GenerateUseProvider("Host=h");

        Assert.Equal("UseRedshift", call.Method);
        Assert.Equal(["Host=h"], call.Arguments);
    }

    [Fact]
    public void A_snapshot_holds_our_fluent_calls_and_no_annotations()
    {
        using var services = Services();
        var generator = services.GetRequiredService<IAnnotationCodeGenerator>();
        using var context = new SalesContext();
        var entityType = context.GetService<IDesignTimeModel>().Model.FindEntityType(typeof(Sale))!;

        Assert.Equal(
            [
                "HasRedshiftDistributionKey(RegionId)",
                "HasRedshiftSortKey(Compound, SoldAt, Id)"
            ],
            Calls(generator.GenerateFluentApiCalls(entityType, Ours(entityType))));

        var id = entityType.FindProperty(nameof(Sale.Id))!;
        Assert.Equal(["UseRedshiftIdentityColumn(10, 2)"], Calls(generator.GenerateFluentApiCalls(id, Ours(id))));

        var regionId = entityType.FindProperty(nameof(Sale.RegionId))!;
        Assert.Equal(["HasRedshiftEncoding(Az64)"], Calls(generator.GenerateFluentApiCalls(regionId, Ours(regionId))));

        var batch = entityType.FindProperty("Batch")!;
        Assert.Equal(["UseRedshiftSequence(batch, 5, 2, 10)"], Calls(generator.GenerateFluentApiCalls(batch, Ours(batch))));
    }

    private static Dictionary<string, IAnnotation> Ours(IAnnotatable annotatable)
        => annotatable.GetAnnotations().Where(a => a.Name.StartsWith("Redshift:", StringComparison.Ordinal)).ToDictionary(a => a.Name);

    private static IEnumerable<string> Calls(IEnumerable<MethodCallCodeFragment> fragments)
        => fragments.Select(f => $"{f.Method}({string.Join(", ", f.Arguments)})");

    // As the tool finds them: by the attribute of the assembly that the provider is named after.
    private static ServiceProvider Services()
    {
        var name = typeof(RedshiftOptionsExtension).Assembly.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName;
        var type = typeof(RedshiftOptionsExtension).Assembly.GetType(name, throwOnError: true)!;
        var services = new ServiceCollection();
        ((IDesignTimeServices)Activator.CreateInstance(type)!).ConfigureDesignTimeServices(services);

        return services.BuildServiceProvider();
    }

    private sealed class Sale
    {
        public long Id { get; set; }

        public int RegionId { get; set; }

        public DateTime SoldAt { get; set; }
    }

    private sealed class SalesContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseRedshift("Host=localhost");

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Sale>(b =>
            {
                b.HasRedshiftDistributionKey(s => s.RegionId).HasRedshiftSortKey(s => new { s.SoldAt, s.Id });
                b.Property(s => s.Id).UseRedshiftIdentityColumn(10, 2);
                b.Property(s => s.RegionId).HasRedshiftEncoding(RedshiftEncoding.Az64);
                b.Property<int>("Batch").UseRedshiftSequence("batch", startsAt: 5, incrementsBy: 2, blockSize: 10);
            });
    }
}
