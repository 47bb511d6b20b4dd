using EFCore.Redshift.Metadata;
using EFCore.Redshift.ValueGeneration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Metadata.Conventions;

public class ConventionTest
{
    [Fact]
    public void Integer_keys_are_identity_columns_where_Redshift_allows_it()
    {
        var model = Model(b =>
        {
            b.Entity<Keyed<int>>();
            b.Entity<Keyed<long>>();
            b.Entity<Keyed<short>>();
            b.Entity<Keyed<Guid>>();
            b.Entity<Keyed<string>>();
            b.Entity<Keyed<Color>>();
        });

        Assert.Equal((RedshiftValueGenerationStrategy.IdentityColumn, ValueGenerated.OnAdd), Key<int>(model));
        Assert.Equal((RedshiftValueGenerationStrategy.IdentityColumn, ValueGenerated.OnAdd), Key<long>(model));
        Assert.Equal((RedshiftValueGenerationStrategy.None, ValueGenerated.Never), Key<short>(model));
        Assert.Equal((RedshiftValueGenerationStrategy.None, ValueGenerated.OnAdd), Key<Guid>(model));
        Assert.Equal((RedshiftValueGenerationStrategy.None, ValueGenerated.Never), Key<string>(model));
        Assert.Equal((RedshiftValueGenerationStrategy.None, ValueGenerated.Never), Key<Color>(model));
    }

    [Fact]
    public void The_strategy_of_a_property_comes_before_the_model_s()
    {
        var model = Model(b =>
        {
            b.UseRedshiftIdentityByDefaultColumns(seed: 100, step: 10);
            b.Entity<Keyed<int>>();
            b.Entity<Keyed<long>>().Property(e => e.Id).UseRedshiftIdentityColumn(seed: 5, step: 2);
        });

        var byModel = model.FindEntityType(typeof(Keyed<int>))!.FindPrimaryKey()!.Properties[0];
        var byProperty = model.FindEntityType(typeof(Keyed<long>))!.FindPrimaryKey()!.Properties[0];
        Assert.Equal(RedshiftValueGenerationStrategy.IdentityByDefaultColumn, byModel.GetRedshiftValueGenerationStrategy());
        Assert.Equal((100, 10), (byModel.GetRedshiftIdentitySeed(), byModel.GetRedshiftIdentityIncrement()));
        Assert.Equal(RedshiftValueGenerationStrategy.IdentityColumn, byProperty.GetRedshiftValueGenerationStrategy());
        Assert.Equal((5, 2), (byProperty.GetRedshiftIdentitySeed(), byProperty.GetRedshiftIdentityIncrement()));
    }

    [Fact]
    public void A_property_that_is_no_key_can_be_the_identity_column()
    {
        var property = Model(b =>
        {
            b.Entity<Keyed<Guid>>().Property(e => e.Number).UseRedshiftIdentityColumn();
        }).FindEntityType(typeof(Keyed<Guid>))!.FindProperty("Number")!;

        Assert.Equal(ValueGenerated.OnAdd, property.ValueGenerated);
        Assert.Equal(RedshiftValueGenerationStrategy.IdentityColumn, property.GetRedshiftValueGenerationStrategy());
    }

    [Fact]
    public void A_foreign_key_that_is_the_key_is_not_generated()
    {
        var model = Model(b => b.Entity<Keyed<int>>().HasOne<Keyed<long>>().WithOne().HasForeignKey<Keyed<int>>(e => e.Id).HasPrincipalKey<Keyed<long>>(e => e.Number));

        Assert.Equal((RedshiftValueGenerationStrategy.None, ValueGenerated.Never), Key<int>(model));
    }

    [Fact]
    public void An_identity_column_of_another_type_is_refused()
    {
        var exception = Assert.Throws<InvalidOperationException>(
            () => Model(b => b.Entity<Keyed<short>>().Property(e => e.Id).UseRedshiftIdentityColumn()));

        Assert.Equal(
            "The property 'Keyed<short>.Id' of type 'Int16' cannot be an identity column: Redshift allows INT and BIGINT. Make it an 'int' or "
            + "a 'long'.",
            exception.Message);
    }

    [Fact]
    public void An_identity_column_with_a_default_is_refused()
    {
        var exception = Assert.Throws<InvalidOperationException>(
            () => Model(b => b.Entity<Keyed<int>>().Property(e => e.Id).UseRedshiftIdentityColumn().HasDefaultValue(3)));

        Assert.Contains("is an identity column and also has a default value", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_identity_step_of_zero_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(
            () => Model(b => b.Entity<Keyed<int>>().Property(e => e.Id).UseRedshiftIdentityColumn(step: 0)));

    [Fact]
    public void Foreign_keys_get_no_index()
    {
        var model = Model(b => b.Entity<Keyed<long>>().HasOne<Keyed<int>>().WithMany().HasForeignKey(e => e.Number));

        Assert.Empty(model.FindEntityType(typeof(Keyed<long>))!.GetIndexes());
    }

    [Fact]
    public void Names_have_127_bytes()
        => Assert.Equal(127, Model(b => b.Entity<Keyed<int>>()).GetMaxIdentifierLength());

    [Fact]
    public void Guid_keys_are_generated_by_the_client_and_sort_by_time()
    {
        using var db = Context(b => b.Entity<Keyed<Guid>>());
        var property = db.Model.FindEntityType(typeof(Keyed<Guid>))!.FindPrimaryKey()!.Properties[0];

        Assert.True(db.GetService<IValueGeneratorSelector>().TrySelect(property, property.DeclaringType, out var generator));

        Assert.IsType<Version7GuidValueGenerator>(generator);
        var entity = new Keyed<Guid>();
        db.Add(entity);
        Assert.Equal(7, entity.Id.Version);
        Assert.Equal("char(36)", property.GetColumnType());
    }

    [Fact]
    public void A_Guid_key_with_a_generator_or_default_of_its_own_keeps_it()
    {
        using var db = Context(b =>
        {
            b.Entity<Keyed<Guid>>().Property(e => e.Id).HasValueGenerator<GuidValueGenerator>();
        });
        var entity = new Keyed<Guid>();
        db.Add(entity);

        Assert.Equal(4, entity.Id.Version);
    }

    private static (RedshiftValueGenerationStrategy Strategy, ValueGenerated Generated) Key<TKey>(IModel model)
    {
        var property = model.FindEntityType(typeof(Keyed<TKey>))!.FindPrimaryKey()!.Properties[0];
        return (property.GetRedshiftValueGenerationStrategy(), property.ValueGenerated);
    }

    private static IModel Model(Action<ModelBuilder> configure)
    {
        using var db = Context(configure);
        return db.GetService<IDesignTimeModel>().Model;
    }

    private static ConventionContext Context(Action<ModelBuilder> configure)
        => new(new DbContextOptionsBuilder().UseRedshift("Host=localhost").EnableServiceProviderCaching(false).Options, configure);

    private sealed class ConventionContext(DbContextOptions options, Action<ModelBuilder> configure) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => configure(modelBuilder);
    }

    private sealed class Keyed<TKey>
    {
        public TKey Id { get; set; } = default!;

        public int Number { get; set; }
    }

    private enum Color
    {
        Red
    }
}
