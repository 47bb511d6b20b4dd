using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.TestModels;

public sealed class Venue
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public string? City { get; set; }
    public int? Seats { get; set; }
    public List<Event> Events { get; } = [];
}

public sealed class Event
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public int VenueId { get; set; }
    public Venue Venue { get; set; } = null!;
    public string? Category { get; set; }
    public DateTime StartsAt { get; set; }
    public List<Sale> Sales { get; } = [];
}

public sealed class Buyer
{
    public int Id { get; set; }
    public string UserName { get; set; } = "";
    public string? City { get; set; }
    public bool? LikesJazz { get; set; }
    public List<Sale> Purchases { get; } = [];
}

public sealed class Sale
{
    public int Id { get; set; }
    public int EventId { get; set; }
    public Event Event { get; set; } = null!;
    public int? BuyerId { get; set; }
    public Buyer? Buyer { get; set; }
    public short Quantity { get; set; }
    public decimal Price { get; set; }
    public DateTime SoldAt { get; set; }
}

/// <summary>A ticket shop: venues with events, events with sales, sales with or without a known buyer.</summary>
public sealed class TickitContext(DbContextOptions<TickitContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Venue>(b =>
        {
            b.ToTable("venue");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.Name).HasMaxLength(50);
            b.Property(x => x.City).HasMaxLength(50);
        });
        modelBuilder.Entity<Event>(b =>
        {
            b.ToTable("event");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.Name).HasMaxLength(50);
            b.Property(x => x.Category).HasMaxLength(50);
        });
        modelBuilder.Entity<Buyer>(b =>
        {
            b.ToTable("buyer");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.UserName).HasMaxLength(50);
            b.Property(x => x.City).HasMaxLength(50);
        });
        modelBuilder.Entity<Sale>(b =>
        {
            b.ToTable("sale");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.Price).HasPrecision(10, 2);
        });
    }
}

public sealed class TickitFixture : QueryFixture<TickitContext>
{
    protected override IEnumerable<object> Seed()
    {
        Venue[] venues =
        [
            new() { Id = 1, Name = "Arena", City = "Berlin", Seats = 5000 },
            new() { Id = 2, Name = "Bob's Bar", City = "Berlin", Seats = null },
            new() { Id = 3, Name = "Café Ö", City = null, Seats = 40 },
            new() { Id = 4, Name = "Empty Hall", City = "Paris", Seats = 0 }
        ];
        Event[] events =
        [
            new() { Id = 1, Name = "Opening", Venue = venues[0], Category = "Pop", StartsAt = new DateTime(2024, 1, 31, 20, 0, 0) },
            new() { Id = 2, Name = "Jazz Night", Venue = venues[0], Category = "Jazz", StartsAt = new DateTime(2024, 2, 29, 21, 30, 0) },
            new() { Id = 3, Name = "Open Mic", Venue = venues[1], Category = null, StartsAt = new DateTime(2024, 2, 29, 19, 0, 0) },
            new() { Id = 4, Name = "Reading", Venue = venues[2], Category = "Talk", StartsAt = new DateTime(2023, 12, 31, 23, 59, 59) },
            new() { Id = 5, Name = "Unsold", Venue = venues[2], Category = "Jazz", StartsAt = new DateTime(2025, 6, 1, 0, 0, 0) }
        ];
        Buyer[] buyers =
        [
            new() { Id = 1, UserName = "anna", City = "Berlin", LikesJazz = true },
            new() { Id = 2, UserName = "Bert", City = null, LikesJazz = null },
            new() { Id = 3, UserName = "o'neill", City = "Paris", LikesJazz = false },
            new() { Id = 4, UserName = "zoë", City = "Berlin", LikesJazz = null }
        ];

        return
        [
            .. venues,
            .. events,
            .. buyers,
            new Sale { Id = 1, Event = events[0], Buyer = buyers[0], Quantity = 2, Price = 19.99m, SoldAt = new DateTime(2024, 1, 1, 10, 0, 0) },
            new Sale { Id = 2, Event = events[0], Buyer = buyers[1], Quantity = 1, Price = 19.99m, SoldAt = new DateTime(2024, 1, 2, 10, 0, 0) },
            new Sale { Id = 3, Event = events[0], Buyer = null, Quantity = 4, Price = 80m, SoldAt = new DateTime(2024, 1, 2, 12, 0, 0) },
            new Sale { Id = 4, Event = events[1], Buyer = buyers[0], Quantity = 1, Price = 35.5m, SoldAt = new DateTime(2024, 2, 1, 0, 0, 0) },
            new Sale { Id = 5, Event = events[1], Buyer = buyers[2], Quantity = 3, Price = 106.5m, SoldAt = new DateTime(2024, 2, 2, 9, 30, 0) },
            new Sale { Id = 6, Event = events[2], Buyer = buyers[0], Quantity = 1, Price = 0m, SoldAt = new DateTime(2024, 2, 28, 23, 0, 0) },
            new Sale { Id = 7, Event = events[3], Buyer = null, Quantity = 2, Price = 10.01m, SoldAt = new DateTime(2023, 11, 30, 8, 15, 30) },
            new Sale { Id = 8, Event = events[3], Buyer = buyers[2], Quantity = 2, Price = 10.01m, SoldAt = new DateTime(2023, 12, 1, 8, 15, 30) }
        ];
    }
}
