using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.Benchmarks.Provider;

/// <summary>The model as Npgsql's provider saves it, with blocks of keys as large as ours.</summary>
internal sealed class NpgsqlSalesContext(DbContextOptions options) : SalesContext(options, "npgsql")
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasSequence<long>("sale_id").IncrementsBy(1000);
        modelBuilder.Entity<SequenceKeySale>().Property(sale => sale.Id).UseHiLo("sale_id");
        modelBuilder.Entity<IdentityKeySale>().Property(sale => sale.Id).UseIdentityByDefaultColumn();
    }
}
