using Microsoft.EntityFrameworkCore;

namespace QuickStart;

public class TickitContext(DbContextOptions<TickitContext> options) : DbContext(options)
{
    public const string Schema = "quickstart";

    public DbSet<User> Users => Set<User>();
    public DbSet<Venue> Venues => Set<Venue>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<CalendarDate> Dates => Set<CalendarDate>();
    public DbSet<TickitEvent> Events => Set<TickitEvent>();
    public DbSet<Listing> Listings => Set<Listing>();
    public DbSet<Sale> Sales => Set<Sale>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);

        modelBuilder.Entity<User>(b =>
        {
            b.ToTable("users").HasKey(u => u.UserId);
            b.Property(u => u.UserId).ValueGeneratedNever();
            b.Property(u => u.Username).HasColumnType("char(8)");
            b.Property(u => u.FirstName).HasColumnType("varchar(30)");
            b.Property(u => u.LastName).HasColumnType("varchar(30)");
            b.Property(u => u.City).HasColumnType("varchar(30)");
            b.Property(u => u.State).HasColumnType("char(2)");
            b.Property(u => u.Email).HasColumnType("varchar(100)");
            b.Property(u => u.Phone).HasColumnType("char(14)");
        });

        modelBuilder.Entity<Venue>(b =>
        {
            b.ToTable("venue").HasKey(v => v.VenueId);
            b.Property(v => v.VenueId).ValueGeneratedNever();
            b.Property(v => v.VenueName).HasColumnType("varchar(100)");
            b.Property(v => v.VenueCity).HasColumnType("varchar(30)");
            b.Property(v => v.VenueState).HasColumnType("char(2)");
        });

        modelBuilder.Entity<Category>(b =>
        {
            b.ToTable("category").HasKey(c => c.CatId);
            b.Property(c => c.CatId).ValueGeneratedNever();
            b.Property(c => c.CatGroup).HasColumnType("varchar(10)");
            b.Property(c => c.CatName).HasColumnType("varchar(10)");
            b.Property(c => c.CatDesc).HasColumnType("varchar(50)");
        });

        modelBuilder.Entity<CalendarDate>(b =>
        {
            b.ToTable("date").HasKey(d => d.DateId);
            b.Property(d => d.DateId).ValueGeneratedNever();
            b.Property(d => d.Day).HasColumnType("char(3)");
            b.Property(d => d.Month).HasColumnType("char(5)");
            b.Property(d => d.Qtr).HasColumnType("char(5)");
        });

        modelBuilder.Entity<TickitEvent>(b =>
        {
            b.ToTable("event").HasKey(e => e.EventId);
            b.Property(e => e.EventId).ValueGeneratedNever();
            b.Property(e => e.EventName).HasColumnType("varchar(200)");
            b.HasOne(e => e.Category).WithMany().HasForeignKey(e => e.CatId);
        });

        modelBuilder.Entity<Listing>(b =>
        {
            b.ToTable("listing").HasKey(l => l.ListId);
            b.Property(l => l.ListId).ValueGeneratedNever();
            b.Property(l => l.PricePerTicket).HasPrecision(8, 2);
            b.Property(l => l.TotalPrice).HasPrecision(8, 2);
        });

        modelBuilder.Entity<Sale>(b =>
        {
            b.ToTable("sales").HasKey(s => s.SalesId);
            b.Property(s => s.SalesId).UseRedshiftIdentityByDefaultColumn(seed: 1_000_001, step: 1);
            b.Property(s => s.PricePaid).HasPrecision(8, 2);
            b.Property(s => s.Commission).HasPrecision(8, 2);
        });
    }
}
