using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.Tickit;

public class TickitContext(DbContextOptions<TickitContext> options) : DbContext(options)
{
    public DbSet<TickitEvent> Events => Set<TickitEvent>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
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
            b.Property(d => d.Day).HasColumnType("varchar(3)");
            b.Property(d => d.Month).HasColumnType("varchar(5)");
            b.Property(d => d.Qtr).HasColumnType("varchar(5)");
        });
        modelBuilder.Entity<TickitEvent>(b =>
        {
            b.ToTable("event").HasKey(e => e.EventId);
            b.Property(e => e.EventId).ValueGeneratedNever();
            b.Property(e => e.EventName).HasColumnType("varchar(200)");
            b.HasOne(e => e.Category).WithMany().HasForeignKey(e => e.CatId);
        });
    }
}
