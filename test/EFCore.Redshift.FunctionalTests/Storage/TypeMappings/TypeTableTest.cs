using System.Globalization;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Storage.TypeMappings;

/// <summary>The table of docs/types.md says what the provider does, and all of it.</summary>
public class TypeTableTest
{
    private const int Length = 7;
    private const string Fixed = "IsFixedLength()";
    private const string AnyEnum = "an enum";

    private static readonly Dictionary<string, Type> Keywords = new(StringComparer.Ordinal)
    {
        ["bool"] = typeof(bool),
        ["byte"] = typeof(byte),
        ["sbyte"] = typeof(sbyte),
        ["short"] = typeof(short),
        ["ushort"] = typeof(ushort),
        ["int"] = typeof(int),
        ["uint"] = typeof(uint),
        ["long"] = typeof(long),
        ["ulong"] = typeof(ulong),
        ["float"] = typeof(float),
        ["double"] = typeof(double),
        ["decimal"] = typeof(decimal),
        ["string"] = typeof(string),
        ["char"] = typeof(char),
        ["byte[]"] = typeof(byte[])
    };

    private static readonly Row[] Table = ReadTable();

    public static IEnumerable<object[]> Rows
        => Table.SelectMany(row => row.Types.Select(type => new object[] { type, row.StoreType }));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_type_has_the_column_type_that_the_table_says(string type, string storeType)
    {
        using var context = Create();
        var source = context.GetService<IRelationalTypeMappingSource>();

        var mapping = type.EndsWith(Fixed, StringComparison.Ordinal)
            ? source.FindMapping(ClrType(type.Split(',')[0]), storeTypeName: null, size: Length, fixedLength: true)
            : source.FindMapping(ClrType(type));

        Assert.Equal(storeType.Replace("(n)", string.Create(CultureInfo.InvariantCulture, $"({Length})"), StringComparison.Ordinal), mapping?.StoreType);
    }

    [Fact]
    public void An_enum_has_the_column_type_of_its_numbers_or_that_of_text()
    {
        using var context = Create();
        var source = context.GetService<IRelationalTypeMappingSource>();

        Assert.Single(Table, row => row.Names == AnyEnum && row.StoreType.StartsWith("its underlying type", StringComparison.Ordinal));
        Assert.Equal("integer", source.FindMapping(typeof(DayOfWeek))!.StoreType);
        Assert.Equal("smallint", source.FindMapping(typeof(Size))!.StoreType);
    }

    [Fact]
    public void Every_type_that_has_a_column_type_is_in_the_table()
    {
        using var context = Create();
        var source = context.GetService<IRelationalTypeMappingSource>();
        var described = Table.SelectMany(row => row.Types).Select(type => ClrType(type.Split(',')[0])).ToHashSet();

        var mapped = typeof(object).Assembly.GetExportedTypes().Append(typeof(byte[]))
            .Where(type => !type.IsEnum && !type.ContainsGenericParameters && source.FindMapping(type) is not null);

        Assert.Equal(
            described.Select(type => type.Name).Order(StringComparer.Ordinal),
            mapped.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    private static Type ClrType(string name)
        => Keywords.GetValueOrDefault(name)
            ?? Type.GetType($"System.{name}")
            ?? throw new InvalidOperationException($"The table names '{name}', which is no type of .NET.");

    private static Row[] ReadTable()
        => [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "types.md"))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new Row(cells[1].Replace("`", string.Empty, StringComparison.Ordinal), cells[2].Replace("`", string.Empty, StringComparison.Ordinal)))];

    private static DbContext Create()
        => new(new DbContextOptionsBuilder().UseRedshift("Host=localhost").Options);

    private enum Size : short
    {
        Small
    }

    private sealed record Row(string Names, string StoreType)
    {
        /// <summary>The names of the row's types, one with the method that chooses the column type; none for all enums at once.</summary>
        public IEnumerable<string> Types
            => Names == AnyEnum ? []
                : Names.EndsWith(Fixed, StringComparison.Ordinal) ? [Names]
                : Names.Split(", ");
    }
}
