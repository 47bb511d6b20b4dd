using EFCore.Redshift.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace EFCore.Redshift.FunctionalTests.Extensions;

public sealed class ServiceRegistrationTest
{
    // Npgsql's classes that serve unchanged, each with the reason. Anything else of Npgsql's is PostgreSQL's behaviour by accident.
    private static readonly Dictionary<Type, string> Allowed = new()
    {
        [typeof(NpgsqlSqlExpressionFactory)] = "Npgsql's translating visitor casts to it; what Redshift lacks is refused where it is translated.",
    };

    [Fact]
    public void Each_service_is_resolved_and_none_is_PostgreSQLs_by_accident()
    {
        var services = new ServiceCollection().AddEntityFrameworkRedshift();
        using var context = new DbContext(new DbContextOptionsBuilder().UseRedshift("Host=localhost").Options);
        var provider = context.GetInfrastructure();

        var resolved = services
            .Select(d => d.ServiceType)
            .Where(t => !t.IsGenericTypeDefinition)
            .Distinct()
            .SelectMany(t => provider.GetServices(t))
            .OfType<object>()
            .Select(s => s.GetType())
            .Distinct()
            .ToArray();

        var npgsql = resolved.Where(t => t.Assembly == typeof(NpgsqlOptionsExtension).Assembly).ToHashSet();

        Assert.Equal(Allowed.Keys.ToHashSet(), npgsql);
        Assert.True(resolved.Length > 150, $"Only {resolved.Length} services were looked at.");
    }

    [Fact]
    public void The_provider_is_registered_once()
    {
        using var context = new DbContext(new DbContextOptionsBuilder().UseRedshift("Host=localhost").Options);

        Assert.IsType<DatabaseProvider<RedshiftOptionsExtension>>(
            Assert.Single(context.GetInfrastructure().GetServices<IDatabaseProvider>()));
    }

    [Fact]
    public void The_services_work_in_a_service_provider_of_the_application()
    {
        var internalProvider = new ServiceCollection().AddEntityFrameworkRedshift().BuildServiceProvider();
        var options = new DbContextOptionsBuilder<OneTableContext>()
            .UseRedshift("Host=localhost")
            .UseInternalServiceProvider(internalProvider)
            .Options;

        using var context = new OneTableContext(options);

        Assert.Contains("FROM \"rows\"", context.Rows.ToQueryString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AddRedshift_registers_a_context()
    {
        using var provider = new ServiceCollection()
            .AddRedshift<OneTableContext>("Host=localhost", b => b.CommandTimeout(11), o => o.EnableDetailedErrors())
            .BuildServiceProvider();
        using var scope = provider.CreateScope();

        var context = scope.ServiceProvider.GetRequiredService<OneTableContext>();

        Assert.True(context.Database.IsRedshift());
        Assert.Equal(11, context.Database.GetCommandTimeout());
    }

    private sealed class OneTableContext(DbContextOptions<OneTableContext> options) : DbContext(options)
    {
        public DbSet<Row> Rows
            => Set<Row>();
    }

    private sealed class Row
    {
        public int Id { get; set; }
    }
}
