using System.Globalization;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EFCore.Redshift.FunctionalTests.Storage.TypeMappings;

/// <summary>A value that is saved is read back, and is found by a parameter and by a constant.</summary>
public sealed class RoundTripTest(RoundTripTest.SchemaFixture fixture) : IClassFixture<RoundTripTest.SchemaFixture>
{
    private static readonly DateTime Noon = new(2024, 2, 29, 12, 34, 56, 789, DateTimeKind.Unspecified);

    [Fact]
    public Task Values_of_bool()
        => RoundTrips("boolean", [true, false]);

    [Fact]
    public Task Values_of_byte()
        => RoundTrips("smallint", Some<byte>(byte.MinValue, byte.MaxValue));

    [Fact]
    public Task Values_of_sbyte()
        => RoundTrips("smallint", Some<sbyte>(sbyte.MinValue, sbyte.MaxValue));

    [Fact]
    public Task Values_of_short()
        => RoundTrips("smallint", Some<short>(short.MinValue, short.MaxValue));

    [Fact]
    public Task Values_of_ushort()
        => RoundTrips("integer", Some<ushort>(ushort.MinValue, ushort.MaxValue));

    [Fact]
    public Task Values_of_int()
        => RoundTrips("integer", Some(int.MinValue, int.MaxValue));

    [Fact]
    public Task Values_of_uint()
        => RoundTrips("bigint", Some(uint.MinValue, uint.MaxValue));

    [Fact]
    public Task Values_of_long()
        => RoundTrips("bigint", Some(long.MinValue, long.MaxValue));

    [Fact]
    public Task Values_of_ulong()
        => RoundTrips("numeric(20,0)", Some(ulong.MinValue, ulong.MaxValue));

    [Fact]
    public Task Values_of_float()
        => RoundTrips("real", [.. Some(0f, 1.1f, 0.1f, float.MinValue, float.MaxValue, float.Epsilon, float.PositiveInfinity, float.NegativeInfinity)
            .Where(f => !float.IsNaN(f))]);

    [Fact]
    public Task Values_of_double()
        => RoundTrips("double precision", [.. Some(0d, 1.1, 0.1, 1e22, double.MinValue, double.MaxValue, double.Epsilon, double.PositiveInfinity)
            .Where(d => !double.IsNaN(d))]);

    [Fact]
    public Task Values_of_decimal()
        => RoundTrips("numeric(18,2)", [0m, 0.01m, -0.01m, 12.34m, 9999999999999999.99m, -9999999999999999.99m]);

    [Fact]
    public Task Values_of_char()
        => RoundTrips("varchar(4)", ['a', '\'', '\\', '"', '\n', 'ä', '日', '%']);

    [Fact]
    public Task Values_of_string()
        => RoundTrips("varchar(65535)", [.. HostileStrings.Sample(30)]);

    [Fact]
    public Task Values_of_guid()
        => RoundTrips("char(36)", Some(System.Guid.Empty));

    [Fact]
    public Task Values_of_enum()
        => RoundTrips("integer", [DayOfWeek.Sunday, DayOfWeek.Saturday, (DayOfWeek)77]);

    [Fact]
    public Task Values_of_DateOnly()
        => RoundTrips("date", [new DateOnly(2024, 2, 29), new DateOnly(1, 1, 1), new DateOnly(9999, 12, 31), new DateOnly(1969, 12, 31)]);

    [Fact]
    public Task Values_of_TimeOnly_to_the_microsecond()
        => RoundTrips(
            "time",
            [new TimeOnly(0, 0), new TimeOnly(23, 59, 59), new TimeOnly(12, 34, 56, 789), new TimeOnly(15), TimeOnly.MaxValue],
            t => new TimeOnly(t == TimeOnly.MaxValue ? t.Ticks / 10 * 10 : (t.Ticks + 5) / 10 * 10));

    [Fact]
    public Task Values_of_TimeSpan()
        => RoundTrips("bigint", Some(TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero));

    [Fact]
    public Task DateTimes_are_what_the_clock_shows_to_the_microsecond()
        => RoundTrips(
            "timestamp",
            [
                Noon, Noon.AddTicks(5), Noon.AddTicks(4), DateTime.SpecifyKind(Noon, DateTimeKind.Utc), DateTime.SpecifyKind(Noon, DateTimeKind.Local),
                DateTime.MinValue, DateTime.MaxValue, new DateTime(1969, 12, 31, 23, 59, 59)
            ],
            t => new DateTime(t == DateTime.MaxValue ? t.Ticks / 10 * 10 : (t.Ticks + 5) / 10 * 10));

    [Fact]
    public Task DateTimeOffsets_are_the_instant_to_the_microsecond()
        => RoundTrips(
            "timestamptz",
            [
                new DateTimeOffset(Noon, TimeSpan.Zero), new DateTimeOffset(Noon, TimeSpan.FromHours(-11)), new DateTimeOffset(Noon.AddTicks(7), TimeSpan.FromHours(14)),
                DateTimeOffset.MinValue, DateTimeOffset.MaxValue
            ],
            t => new DateTimeOffset(t == DateTimeOffset.MaxValue ? t.Ticks / 10 * 10 : (t.UtcTicks + 5) / 10 * 10, TimeSpan.Zero));

    [Fact]
    public async Task The_limits_of_dates_are_dates_and_not_infinities()
    {
        await using var context = await fixture.CreateAsync<DateTime>("limits");
        context.AddRange(new Holder<DateTime> { Id = 0, Value = DateTime.MinValue }, new Holder<DateTime> { Id = 1, Value = DateTime.MaxValue });
        await context.SaveChangesAsync();

        Assert.Equal("0001-01-01 00:00:00", await fixture.Schema.ScalarAsync("SELECT value::varchar FROM limits WHERE id = 0"));
        Assert.Equal("9999-12-31 23:59:59.999999", await fixture.Schema.ScalarAsync("SELECT value::varchar FROM limits WHERE id = 1"));
    }

    [Fact]
    public async Task A_DateTime_of_no_kind_is_refused_for_a_column_that_holds_instants()
    {
        await using var context = await fixture.CreateAsync<DateTime>("instants", b => b.HasColumnType("timestamptz"));
        var utc = DateTime.SpecifyKind(Noon, DateTimeKind.Utc);
        context.Add(new Holder<DateTime> { Id = 0, Value = utc });
        await context.SaveChangesAsync();
        context.ChangeTracker.Clear();

        Assert.Equal(0, await context.Holders.Where(h => h.Value == utc).Select(h => h.Id).SingleAsync());
        Assert.Equal(0, await context.Holders.Where(h => h.Value == EF.Constant(utc.ToLocalTime())).Select(h => h.Id).SingleAsync());
        Assert.Equal((utc, DateTimeKind.Utc), await context.Holders.Select(h => ValueTuple.Create(h.Value, h.Value.Kind)).SingleAsync());

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => context.Holders.Where(h => h.Value == Noon).ToListAsync());
        Assert.Contains("of kind Unspecified cannot be written to a TIMESTAMPTZ column", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => context.Holders.Where(h => h.Value == EF.Constant(Noon)).ToListAsync());
    }

    [Theory]
    [InlineData(null, false, true, "varchar(65535)")]
    [InlineData(10, false, true, "varchar(30)")]
    [InlineData(10, false, false, "varchar(10)")]
    [InlineData(10, true, true, "char(10)")]
    [InlineData(21845, false, true, "varchar(65535)")]
    [InlineData(21846, false, true, "varchar(65535)")]
    [InlineData(5000, true, true, "varchar(15000)")]
    public void A_length_counts_characters_and_its_column_bytes(int? length, bool isFixed, bool unicode, string storeType)
    {
        using var context = fixture.Create<string>(
            $"{length}{isFixed}{unicode}",
            b =>
            {
                b.IsFixedLength(isFixed).IsUnicode(unicode);
                if (length is { } n)
                {
                    b.HasMaxLength(n);
                }
            });

        Assert.Equal(storeType, context.Model.FindEntityType(typeof(Holder<string>))!.FindProperty("Value")!.GetColumnType());
    }

    private async Task RoundTrips<T>(string storeType, T[] values, Func<T, T>? stored = null)
    {
        await using var context = await fixture.CreateAsync<T>(string.Create(CultureInfo.InvariantCulture, $"t_{typeof(T).Name}"));
        Assert.Equal(storeType, context.Model.FindEntityType(typeof(Holder<T>))!.FindProperty("Value")!.GetColumnType());

        context.AddRange(values.Select((v, i) => (object)new Holder<T> { Id = i, Value = v }));
        await context.SaveChangesAsync();
        context.ChangeTracker.Clear();

        var read = await context.Holders.OrderBy(h => h.Id).Select(h => h.Value).ToListAsync();
        Assert.Equal(stored is null ? values : values.Select(stored), read);

        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            var byParameter = await context.Holders.Where(h => h.Value!.Equals(value)).Select(h => h.Id).ToListAsync();
            Assert.True(byParameter.Contains(i), $"{value} is not found by a parameter.");

            var byConstant = await context.Holders.Where(h => h.Value!.Equals(EF.Constant(value))).Select(h => h.Id).ToListAsync();
            Assert.True(byConstant.Contains(i), $"{value} is not found by a constant.");
        }
    }

    private static T[] Some<T>(params T[] limits)
        => [.. limits, .. ArbMap.Default.GeneratorFor<T>().Sample(50, TestSeed.Random, 10)];

    public sealed class SchemaFixture : IAsyncLifetime
    {
        public TestSchema Schema { get; private set; } = null!;

        public async Task InitializeAsync()
            => Schema = await TestSchema.CreateAsync();

        public async Task DisposeAsync()
            => await Schema.DisposeAsync();

        public HolderContext<T> Create<T>(string table, Action<PropertyBuilder<T>>? configure = null)
            => new(Schema.Options<HolderContext<T>>(configureContext: b => b.ReplaceService<IModelCacheKeyFactory, OneModelATable>()), table, configure);

        public async Task<HolderContext<T>> CreateAsync<T>(
            string table,
            Action<PropertyBuilder<T>>? configure = null)
        {
            var context = Create(table, configure);
            await TestSchema.CreateTablesAsync(context);

            return context;
        }
    }

    public sealed class Holder<T>
    {
        public int Id { get; set; }

        public required T Value { get; set; }
    }

    public sealed class HolderContext<T>(
        DbContextOptions<HolderContext<T>> options,
        string table,
        Action<PropertyBuilder<T>>? configure) : DbContext(options), ITableContext
    {
        public string Table
            => table;

        public DbSet<Holder<T>> Holders
            => Set<Holder<T>>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Holder<T>>(b =>
            {
                b.ToTable(table);
                b.Property(h => h.Id).ValueGeneratedNever();
                configure?.Invoke(b.Property(h => h.Value));
            });
    }

    private interface ITableContext
    {
        string Table { get; }
    }

    private sealed class OneModelATable : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime)
            => (context.GetType(), ((ITableContext)context).Table, designTime);
    }
}
