using System.Globalization;
using System.Text;
using EFCore.Redshift.Properties;
using EFCore.Redshift.Storage.TypeMappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

/// <summary>
///     Finds text and bytes that their column would not take, before anything is sent: the server's error names neither the column nor the row, and comes
///     when other rows may have been written.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html</remarks>
internal static class ValueLimits
{
    private const string AnnotationName = "Redshift:LimitedColumns";
    private const int MaxVarcharBytes = 65535;
    private const int DefaultVarbyteBytes = 64000;
    private const int MaxBytesPerUtf16Unit = 3;

    public static void Check(IList<IUpdateEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.EntityState is not (EntityState.Added or EntityState.Modified))
            {
                continue;
            }

            foreach (var column in entry.EntityType.GetOrAddRuntimeAnnotationValue(AnnotationName, FindColumns, entry.EntityType))
            {
                if (IsWritten(entry, column.Property))
                {
                    Check(entry, column);
                }
            }
        }
    }

    private static void Check(IUpdateEntry entry, LimitedColumn column)
    {
        var value = column.Provided(entry.GetCurrentValue(column.Property));
        if (value is byte[] bytes)
        {
            if (bytes.Length > column.MaxBytes)
            {
                throw new DbUpdateException(
                    RedshiftStrings.BytesTooLong(column.EntityType, column.Path, column.StoreType, bytes.Length, column.MaxBytes), [entry]);
            }

            return;
        }

        var text = value is char character ? character.ToString() : value as string ?? string.Empty;

        if (column.AsciiOnly && !Ascii.IsValid(text))
        {
            throw new DbUpdateException(RedshiftStrings.TextNotAscii(column.EntityType, column.Path, column.StoreType), [entry]);
        }

        if (text.Length > column.MaxBytes / MaxBytesPerUtf16Unit)
        {
            // The server cuts off blanks that are too many.
            var length = Encoding.UTF8.GetByteCount(text.AsSpan().TrimEnd(' '));
            if (length > column.MaxBytes)
            {
                throw new DbUpdateException(
                    RedshiftStrings.TextTooLong(column.EntityType, column.Path, column.StoreType, length, column.MaxBytes), [entry]);
            }
        }
    }

    private static bool IsWritten(IUpdateEntry entry, IProperty property)
        => entry.EntityState == EntityState.Added
            ? property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save && !entry.IsStoreGenerated(property)
            : property.GetAfterSaveBehavior() == PropertySaveBehavior.Save && entry.IsModified(property);

    private static LimitedColumn[] FindColumns(IEntityType? entityType)
        => [.. entityType!.GetFlattenedProperties().Select(property => FindColumn(entityType, property)).OfType<LimitedColumn>()];

    private static LimitedColumn? FindColumn(IEntityType entityType, IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        if (mapping is RedshiftBytesTypeMapping)
        {
            var limit = Math.Min(FindLength(mapping.StoreType) ?? DefaultVarbyteBytes, MaxVarcharBytes / 2);
            return new LimitedColumn(entityType.DisplayName(), property, mapping.Converter, mapping.StoreType, limit, AsciiOnly: false);
        }

        if (type != typeof(string) && type != typeof(char))
        {
            return null;
        }

        var asciiOnly = mapping.StoreTypeNameBase.ToUpperInvariant() is "CHAR" or "CHARACTER" or "NCHAR" or "BPCHAR";
        var maxBytes = FindLength(mapping.StoreType);

        // A Guid takes the 36 characters that its column has.
        return (asciiOnly || maxBytes is not null) && property.ClrType != typeof(Guid) && property.ClrType != typeof(Guid?)
            ? new LimitedColumn(entityType.DisplayName(), property, mapping.Converter, mapping.StoreType, maxBytes ?? MaxVarcharBytes, asciiOnly)
            : null;
    }

    // A type without a length has one in CREATE TABLE, but the name may also stand for a column that was made with another.
    private static int? FindLength(string storeType)
    {
        var open = storeType.IndexOf('(', StringComparison.Ordinal);
        var length = open < 0 ? string.Empty : storeType[(open + 1)..storeType.LastIndexOf(')')].Trim();
        return int.TryParse(length, CultureInfo.InvariantCulture, out var bytes) ? bytes
            : length.Equals("max", StringComparison.OrdinalIgnoreCase) ? MaxVarcharBytes
            : null;
    }

    private sealed record LimitedColumn(
        string EntityType, IProperty Property, ValueConverter? Converter, string StoreType, int MaxBytes, bool AsciiOnly)
    {
        public string Path { get; } = PathOf(Property);

        public object? Provided(object? value)
            => Converter is null ? value : Converter.ConvertToProvider(value);

        private static string PathOf(IPropertyBase property)
            => property.DeclaringType is IComplexType complexType ? $"{PathOf(complexType.ComplexProperty)}.{property.Name}" : property.Name;
    }
}
