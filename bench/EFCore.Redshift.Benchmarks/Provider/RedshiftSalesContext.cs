using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.Benchmarks.Provider;

/// <summary>The model as this provider saves it.</summary>
internal sealed class RedshiftSalesContext(DbContextOptions options) : SalesContext(options, "redshift")
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<SequenceKeySale>().Property(sale => sale.Id).UseRedshiftSequence("sale_id");
        modelBuilder.Entity<IdentityKeySale>().Property(sale => sale.Id).UseRedshiftIdentityByDefaultColumn();
    }
}
