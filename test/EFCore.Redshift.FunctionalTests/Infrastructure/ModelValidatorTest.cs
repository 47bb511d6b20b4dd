using EFCore.Redshift.Diagnostics;
using EFCore.Redshift.Infrastructure;
using EFCore.Redshift.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EFCore.Redshift.FunctionalTests.Infrastructure;

public sealed class ModelValidatorTest
{
    [Theory]
    [InlineData("uuid", "a Guid is stored in char(36)")]
    [InlineData("jsonb", "Use varchar")]
    [InlineData("text[]", "Redshift has no arrays")]
    [InlineData("bytea", "varbyte")]
    [InlineData("money", "numeric(19,2)")]
    [InlineData("serial", "UseRedshiftIdentityColumn")]
    [InlineData("INET", "Use varchar")]
    [InlineData("bit(3)", "boolean")]
    public void A_type_of_PostgreSQL_is_refused_with_the_alternative(string storeType, string alternative)
        => Refuses(
            b => b.Property(r => r.Text).HasColumnType(storeType),
            $"The property 'Row.Text' is mapped to the type '{storeType}', which Redshift does not have.",
            alternative);

    [Fact]
    public void A_collection_of_values_is_refused()
        => Refuses(
            b => b.PrimitiveCollection(r => r.Numbers),
            "The property 'Row.Numbers' of type 'List<int>' would need an array column");

    [Fact]
    public void A_row_version_is_refused()
    {
        Refuses(b => b.Property(r => r.Bytes).IsRowVersion(), "The property 'Row.Bytes' is a row version");
        Assert.NotNull(Build(b => b.Property(r => r.Bytes).IsConcurrencyToken()));
    }

    [Theory]
    [InlineData("varbyte(8)")]
    [InlineData("varbinary(8)")]
    public void Bytes_are_no_key_to_distribute_or_sort_by(string storeType)
    {
        Refuses(b => b.HasRedshiftDistributionKey(r => r.Bytes).Property(r => r.Bytes).HasColumnType(storeType), $"names 'Bytes' of type '{storeType}'");
        Refuses(b => b.HasRedshiftSortKey(r => r.Bytes).Property(r => r.Bytes).HasColumnType(storeType), $"names 'Bytes' of type '{storeType}'");
    }

    [Fact]
    public void A_complex_type_is_looked_into()
        => Refuses(
            b => b.ComplexProperty(r => r.Part, p => p.Property(x => x.Text).HasColumnType("jsonb")),
            "The property 'Row.Part#Part.Text' is mapped to the type 'jsonb'");

    [Fact]
    public void A_type_mapped_to_JSON_is_refused()
        => Refuses(b => b.OwnsOne(r => r.Part, p => p.ToJson()), "The entity type 'Part' is mapped to JSON");

    [Fact]
    public void A_computed_column_is_refused()
        => Refuses(b => b.Property(r => r.Text).HasComputedColumnSql("a + b"), "Redshift has no computed columns");

    [Fact]
    public void A_check_constraint_is_refused()
        => Refuses(b => b.ToTable(t => t.HasCheckConstraint("positive", "id > 0")), "The check constraint 'positive' is on the table 'Row'");

    [Fact]
    public void A_sequence_is_refused()
        => Refuses(b => b.Metadata.Model.AddSequence("numbers"), "'numbers', and Redshift has no sequences");

    [Fact]
    public void Columns_that_differ_by_case_are_refused_where_names_are_folded()
    {
        Action<EntityTypeBuilder<Row>> configure = b =>
        {
            b.Property(r => r.Text).HasColumnName("value");
            b.Property(r => r.Price).HasColumnName("Value");
        };

        Refuses(configure, "differ by case only");
        Assert.NotNull(Build(configure, caseSensitive: true));
    }

    [Fact]
    public void A_system_column_is_refused()
        => Refuses(b => b.Property(r => r.Text).HasColumnName("XMin"), "has the name of a system column");

    [Fact]
    public void A_name_longer_than_127_bytes_is_refused()
        => Refuses(b => b.Property(r => r.Text).HasColumnName(new string('ä', 64)), "is longer than the 127 bytes");

    [Fact]
    public void A_method_of_Npgsqls_provider_is_refused()
    {
        Refuses(b => b.Property(r => r.Text).UseCompressionMethod("lz4"), "'Row.Text' was configured with a method of the PostgreSQL provider");
        Refuses(b => b.HasIndex(r => r.Text).HasMethod("gin"), "The index {Text} of Row", "PostgreSQL provider");
        Refuses(b => NpgsqlEntityTypeBuilderExtensions.IsUnlogged(b), "'Row' was configured with a method of the PostgreSQL provider");
    }

    [Fact]
    public void A_distribution_key_that_is_no_property_is_refused()
        => Refuses(b => b.HasRedshiftDistributionKey("Nothing"), "The distribution key of 'Row' names 'Nothing'");

    [Fact]
    public void A_sort_key_that_is_no_property_is_refused()
        => Refuses(b => b.HasRedshiftSortKey(RedshiftSortKeyKind.Compound, "Id", "Nothing"), "The sort key of 'Row' names 'Nothing'");

    [Fact]
    public void An_interleaved_sort_key_of_nine_columns_is_refused()
        => Refuses(
            b => b.HasRedshiftSortKey(RedshiftSortKeyKind.Interleaved, [.. Enumerable.Repeat("Id", 9)]),
            "has 9 columns; Redshift allows 8");

    [Theory]
    [InlineData(RedshiftEncoding.Text255, nameof(Row.Price))]
    [InlineData(RedshiftEncoding.Az64, nameof(Row.Text))]
    [InlineData(RedshiftEncoding.Mostly32, nameof(Row.Id))]
    public void An_encoding_that_the_type_does_not_have_is_refused(RedshiftEncoding encoding, string property)
        => Refuses(b => b.Property(property).HasRedshiftEncoding(encoding), $"The property 'Row.{property}' has the encoding {encoding}");

    [Fact]
    public void An_index_is_warned_of()
        => Refuses(
            b => b.HasIndex(r => new { r.Text, r.Price }),
            $"{nameof(RedshiftEventId)}.{nameof(RedshiftEventId.IndexIgnored)}",
            "has an index on {Text, Price}");

    [Fact]
    public void A_decimal_without_precision_is_warned_of()
        => Refuses(
            b => b.Property(r => r.Price).Metadata.SetPrecision(null),
            $"{nameof(RedshiftEventId)}.{nameof(RedshiftEventId.DecimalWithoutPrecision)}",
            "The decimal property 'Row.Price' has no precision");

    private static void Refuses(Action<EntityTypeBuilder<Row>> configure, params string[] messageParts)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Build(configure));
        Assert.All(messageParts, part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }

    private static object Build(Action<EntityTypeBuilder<Row>> configure, bool caseSensitive = false)
    {
        using var context = new RowContext(configure, b => b.CaseSensitiveIdentifiers(caseSensitive));

        return context.GetService<IDesignTimeModel>().Model;
    }

    private sealed class Row
    {
        public int Id { get; set; }

        public string? Text { get; set; }

        public decimal Price { get; set; }

        public List<int> Numbers { get; set; } = [];

        public byte[] Bytes { get; set; } = [];

        public Part Part { get; set; } = new();
    }

    private sealed class Part
    {
        public string? Text { get; set; }
    }

    private sealed class RowContext(Action<EntityTypeBuilder<Row>> configure, Action<RedshiftDbContextOptionsBuilder> options) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder
                .UseRedshift("Host=localhost", options)
                .ConfigureWarnings(w => w.Throw(RedshiftEventId.IndexIgnored, RedshiftEventId.DecimalWithoutPrecision))
                .ReplaceService<IModelCacheKeyFactory, OneModelAContext>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Row>(b =>
            {
                b.Ignore(r => r.Numbers).Ignore(r => r.Bytes).Ignore(r => r.Part);
                b.Property(r => r.Price).HasPrecision(10, 2);
                configure(b);
            });
    }

    private sealed class OneModelAContext : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime)
            => (context, designTime);
    }
}
