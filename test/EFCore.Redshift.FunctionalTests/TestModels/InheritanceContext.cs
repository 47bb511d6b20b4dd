using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.TestModels;

public abstract class Animal
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

public sealed class Bird : Animal
{
    public bool CanFly { get; set; }
}

public sealed class Fish : Animal
{
    public string? Water { get; set; }
    public int? Depth { get; set; }
}

public abstract class Vehicle
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

public sealed class Car : Vehicle
{
    public int Doors { get; set; }
}

public sealed class Ship : Vehicle
{
    public decimal? Tonnage { get; set; }
}

/// <summary>One hierarchy in a table (TPH), one in a table for each concrete type (TPC).</summary>
public sealed class InheritanceContext(DbContextOptions<InheritanceContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Animal>(b =>
        {
            b.ToTable("animal");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.Name).HasMaxLength(20);
            b.HasDiscriminator<int>("kind").HasValue<Bird>(1).HasValue<Fish>(2);
        });
        modelBuilder.Entity<Fish>().Property(x => x.Water).HasMaxLength(20);
        modelBuilder.Entity<Bird>();
        modelBuilder.Entity<Vehicle>(b =>
        {
            b.UseTpcMappingStrategy();
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.Name).HasMaxLength(20);
        });
        modelBuilder.Entity<Car>().ToTable("car");
        modelBuilder.Entity<Ship>(b =>
        {
            b.ToTable("ship");
            b.Property(x => x.Tonnage).HasPrecision(10, 1);
        });
    }
}

public sealed class InheritanceFixture : QueryFixture<InheritanceContext>
{
    protected override IEnumerable<object> Seed()
        =>
        [
            new Bird { Id = 1, Name = "Eagle", CanFly = true },
            new Bird { Id = 2, Name = "Kiwi", CanFly = false },
            new Fish { Id = 3, Name = "Carp", Water = "fresh", Depth = null },
            new Fish { Id = 4, Name = "Cod", Water = null, Depth = 200 },
            new Car { Id = 1, Name = "Beetle", Doors = 2 },
            new Ship { Id = 2, Name = "Fram", Tonnage = 402.5m },
            new Ship { Id = 3, Name = "Raft", Tonnage = null }
        ];
}
