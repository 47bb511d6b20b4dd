using EFCore.Redshift.Infrastructure;
using EFCore.Redshift.Metadata;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.Migrations;

public sealed class CreateTableTest
{
    [Fact]
    public void EnsureCreated_is_refused_with_the_statements_ready_to_edit()
    {
        using var context = new SalesContext();

        var exception = Assert.Throws<NotSupportedException>(() => context.Database.EnsureCreated());
        Assert.StartsWith("The Redshift provider does not create tables by itself", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(SalesContext.Script, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_of_the_model_is_refused_alike()
    {
        using var context = new SalesContext();

        var exception = Assert.Throws<NotSupportedException>(() => context.Database.GenerateCreateScript());
        Assert.EndsWith(SalesContext.Script, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Handed_off_the_script_is_written_as_the_model_describes_it()
    {
        using var context = new SalesContext(b => b.HandOffCreateTable());

        Assert.Equal(
            "CREATE SCHEMA IF NOT EXISTS \"shop\";\n\n" + SalesContext.Script,
            context.Database.GenerateCreateScript().Replace("\n\n\n", "\n\n", StringComparison.Ordinal).TrimEnd());
    }

    private sealed class Region
    {
        public int Id { get; set; }

        public required string Name { get; set; }
    }

    private sealed class Sale
    {
        public long Id { get; set; }

        public int RegionId { get; set; }

        public Region? Region { get; set; }

        public DateTime SoldAt { get; set; }

        public decimal? Price { get; set; }

        public string Note { get; set; } = "";
    }

    private sealed class SalesContext(Action<RedshiftDbContextOptionsBuilder>? configure = null) : DbContext
    {
        public const string Script =
            """
            CREATE TABLE "region" (
                "id" integer IDENTITY(1, 1) NOT NULL,
                "name" varchar(60) NOT NULL
            )
            DISTSTYLE ALL
            SORTKEY AUTO;

            ALTER TABLE "region" ADD CONSTRAINT "pk_region" PRIMARY KEY ("id");

            CREATE TABLE "shop"."sales" (
                "id" bigint IDENTITY(10, 2) NOT NULL,
                "regionid" integer NOT NULL,
                "soldat" timestamp NOT NULL,
                "price" numeric(12,4) ENCODE AZ64 NULL,
                "note" varchar(120) DEFAULT 'it''s \\ "n/a"' NOT NULL
            )
            DISTSTYLE KEY DISTKEY ("regionid")
            COMPOUND SORTKEY ("soldat", "regionid");

            ALTER TABLE "shop"."sales" ADD CONSTRAINT "pk_sales" PRIMARY KEY ("id");

            ALTER TABLE "shop"."sales" ADD CONSTRAINT "ak_sales_soldat" UNIQUE ("soldat");

            ALTER TABLE "shop"."sales" ADD CONSTRAINT "fk_sales_region_regionid" FOREIGN KEY ("regionid") REFERENCES "region" ("id");

            COMMENT ON TABLE "shop"."sales" IS 'It''s \\ all';
            """;

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseRedshift("Host=localhost;Username=awsuser", configure);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Region>().HasRedshiftDistribution(RedshiftDistributionStyle.All).Property(r => r.Name).HasMaxLength(20);
            modelBuilder.Entity<Sale>(b =>
            {
                b.ToTable("Sales", "Shop", t => t.HasComment(@"It's \ all"));
                b.HasRedshiftDistributionKey(s => s.RegionId).HasRedshiftSortKey(s => new { s.SoldAt, s.RegionId });
                b.Property(s => s.Id).UseRedshiftIdentityColumn(seed: 10, step: 2);
                b.Property(s => s.Price).HasPrecision(12, 4).HasRedshiftEncoding(RedshiftEncoding.Az64);
                b.Property(s => s.Note).HasDefaultValue(@"it's \ ""n/a""").HasMaxLength(40);
                b.HasAlternateKey(s => s.SoldAt);
            });
        }
    }
}
