using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.Benchmarks.Provider;

/// <summary>The model that both providers are given; how keys are generated is each provider's own.</summary>
internal abstract class SalesContext(DbContextOptions options, string schema) : DbContext(options)
{
    /// <summary>Fills the table with so many rows, their keys 1, 2, 3 and so on. Not for Guid keys.</summary>
    public Task FillAsync<TSale>(int rows)
    {
        var table = Table<TSale>();
        return Databases.ExecuteAsync(
            Database.GetConnectionString()!,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                TRUNCATE {table};
                INSERT INTO {table}
                SELECT i, 'buyer number ' || i, i % 7, i / 100.0, DATE '2026-01-01' + i % 365 FROM generate_series(1, {rows}) AS n (i);
                ANALYZE {table}
                """));
    }

    /// <summary>Empties the table.</summary>
    public Task EmptyAsync<TSale>()
        => Databases.ExecuteAsync(Database.GetConnectionString()!, $"TRUNCATE {Table<TSale>()}");

    /// <summary>The table's name for use in SQL.</summary>
    public string Table<TSale>()
        => Model.FindEntityType(typeof(TSale))!.GetSchemaQualifiedTableName()!;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(schema);
        modelBuilder.Entity<ClientKeySale>().ToTable("client_key_sale");
        modelBuilder.Entity<SequenceKeySale>().ToTable("sequence_key_sale");
        modelBuilder.Entity<IdentityKeySale>().ToTable("identity_key_sale");
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entityType => entityType.GetProperties()))
        {
            property.SetColumnName(property.Name == nameof(SequenceKeySale.SoldOn) ? "sold_on" : property.Name.ToLowerInvariant());
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(100);
        configurationBuilder.Properties<decimal>().HavePrecision(12, 2);
    }
}
