using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.TestModels;

/// <summary>One row of each everyday type, and of its nullable kind where that matters.</summary>
public sealed class BasicTypes
{
    public int Id { get; set; }
    public bool Bool { get; set; }
    public bool? NullableBool { get; set; }
    public short Short { get; set; }
    public int Int { get; set; }
    public int? NullableInt { get; set; }
    public long Long { get; set; }
    public float Float { get; set; }
    public double Double { get; set; }
    public decimal Decimal { get; set; }
    public string String { get; set; } = "";
    public string? NullableString { get; set; }
    public DateTime DateTime { get; set; }
    public DateTimeOffset DateTimeOffset { get; set; }
    public DateOnly DateOnly { get; set; }
    public TimeOnly TimeOnly { get; set; }
    public TimeSpan TimeSpan { get; set; }
    public Guid Guid { get; set; }
    public BasicEnum Enum { get; set; }
}

[Flags]
public enum BasicEnum
{
    None = 0,
    One = 1,
    Two = 2,
    Eight = 8
}

public sealed class BasicTypesContext(DbContextOptions<BasicTypesContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<BasicTypes>(b =>
        {
            b.ToTable("basictypes");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.Decimal).HasPrecision(18, 4);
            b.Property(x => x.String).HasMaxLength(100);
            b.Property(x => x.NullableString).HasMaxLength(100);
        });
}

/// <summary>Small and nasty: limits, quotes, wildcards, white space, other scripts, leap days, fractions.</summary>
public sealed class BasicTypesFixture : QueryFixture<BasicTypesContext>
{
    protected override IEnumerable<object> Seed()
        =>
        [
            new BasicTypes
            {
                Id = 1, Bool = true, NullableBool = true, Short = 8, Int = 8, NullableInt = 8, Long = 8, Float = 8.5f, Double = 8.5, Decimal = 8.5m,
                String = "Seattle", NullableString = "Seattle", DateTime = new DateTime(1998, 5, 4, 15, 30, 10),
                DateTimeOffset = new DateTimeOffset(1998, 5, 4, 15, 30, 10, TimeSpan.Zero), DateOnly = new DateOnly(2020, 1, 1),
                TimeOnly = new TimeOnly(15, 30, 10), TimeSpan = new TimeSpan(1, 2, 3, 4), Guid = Guid.Parse("df36f493-463f-4123-83f9-6b135deeb7ba"),
                Enum = BasicEnum.Eight
            },
            new BasicTypes
            {
                Id = 2, Bool = false, NullableBool = false, Short = -8, Int = -8, NullableInt = -8, Long = -8, Float = -8.5f, Double = -8.5, Decimal = -8.5m,
                String = "London", NullableString = null, DateTime = new DateTime(2016, 2, 29, 23, 59, 59, 123).AddTicks(4560),
                DateTimeOffset = new DateTimeOffset(2016, 2, 29, 23, 59, 59, 123, TimeSpan.Zero), DateOnly = new DateOnly(2016, 2, 29),
                TimeOnly = new TimeOnly(23, 59, 59, 123), TimeSpan = new TimeSpan(-1, -2, -3, -4), Guid = Guid.Empty, Enum = BasicEnum.One | BasicEnum.Two
            },
            new BasicTypes
            {
                Id = 3, Bool = true, NullableBool = null, Short = short.MaxValue, Int = int.MaxValue, NullableInt = null, Long = long.MaxValue, Float = 0.25f,
                Double = 0.25, Decimal = 99999999999999.9999m, String = "it's 50%_\\^ \"q\"", NullableString = "50%", DateTime = new DateTime(1, 1, 2),
                DateTimeOffset = new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero), DateOnly = new DateOnly(1, 1, 2), TimeOnly = TimeOnly.MinValue,
                TimeSpan = TimeSpan.Zero, Guid = Guid.Parse("00000000-0000-0000-0000-000000000001"), Enum = BasicEnum.None
            },
            new BasicTypes
            {
                Id = 4, Bool = false, NullableBool = null, Short = 0, Int = 0, NullableInt = 0, Long = 0, Float = 1.75f, Double = 1.75, Decimal = 0.0001m,
                String = "", NullableString = "", DateTime = new DateTime(2024, 12, 31, 0, 0, 0), DateTimeOffset = new DateTimeOffset(2024, 12, 31, 22, 15, 0, TimeSpan.FromHours(2)),
                DateOnly = new DateOnly(2024, 12, 31), TimeOnly = new TimeOnly(0, 0, 1), TimeSpan = new TimeSpan(0, 0, 0, 0, 250), Guid = Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"),
                Enum = BasicEnum.Two
            },
            new BasicTypes
            {
                Id = 5, Bool = true, NullableBool = false, Short = 3, Int = 3, NullableInt = 3, Long = 3, Float = 3.125f, Double = 3.125, Decimal = 2.5m,
                String = " \tÄöß日本 \n", NullableString = "  ", DateTime = new DateTime(2023, 3, 5, 6, 7, 8, 9), DateTimeOffset = new DateTimeOffset(2023, 3, 5, 6, 7, 8, TimeSpan.Zero),
                DateOnly = new DateOnly(2023, 3, 5), TimeOnly = new TimeOnly(6, 7, 8, 9), TimeSpan = new TimeSpan(100, 23, 59, 59), Guid = Guid.Parse("11111111-2222-3333-4444-555555555555"),
                Enum = BasicEnum.One
            }
        ];
}
