using System.Globalization;
using EFCore.Redshift.Storage;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace EFCore.Redshift.Update;

/// <summary>Says what Redshift keeps of a value, so that a row that is read can be compared with the entity that it was written from.</summary>
internal static class StoredValue
{
    private static readonly NpgsqlCommand ParameterFactory = new();

    private static readonly long TicksAtEpoch = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>Whether a stored value can be compared with the written one at all: a SUPER value, say, comes back in another spelling.</summary>
    public static bool IsComparable(IColumnModification column)
        => Kind(column) is not StoredKind.Other;

    /// <summary>
    ///     Whether a condition <c>column = value</c> surely holds for the stored value: not for numbers that are rounded on the way in.
    /// </summary>
    public static bool IsExact(IColumnModification column)
        => Kind(column) is StoredKind.Integer or StoredKind.Boolean or StoredKind.Text or StoredKind.Bytes or StoredKind.Date
            or StoredKind.Time or StoredKind.Timestamp;

    public static StoredKind Kind(IColumnModification column)
    {
        var mapping = column.TypeMapping!;
        var clrType = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        clrType = Nullable.GetUnderlyingType(clrType) ?? clrType;
        return mapping.StoreTypeNameBase.ToUpperInvariant() switch
        {
            "SMALLINT" or "INTEGER" or "BIGINT" or "INT2" or "INT4" or "INT8" or "INT" when IsInteger(clrType) => StoredKind.Integer,
            "BOOLEAN" or "BOOL" when clrType == typeof(bool) => StoredKind.Boolean,
            "CHAR" or "CHARACTER" or "NCHAR" or "VARCHAR" or "CHARACTER VARYING" or "NVARCHAR" or "BPCHAR" or "TEXT"
                when clrType == typeof(string) || clrType == typeof(char) || clrType == typeof(Guid) => StoredKind.Text,
            "VARBYTE" or "VARBINARY" or "BINARY VARYING" when clrType == typeof(byte[]) => StoredKind.Bytes,
            "DATE" when clrType == typeof(DateOnly) => StoredKind.Date,
            "TIME" or "TIME WITHOUT TIME ZONE" when clrType == typeof(TimeOnly) => StoredKind.Time,
            "TIMESTAMP" or "TIMESTAMP WITHOUT TIME ZONE" when clrType == typeof(DateTime) => StoredKind.Timestamp,
            "TIMESTAMPTZ" or "TIMESTAMP WITH TIME ZONE" when clrType == typeof(DateTimeOffset) || clrType == typeof(DateTime)
                => StoredKind.Timestamp,
            "DECIMAL" or "NUMERIC" when clrType == typeof(decimal) => StoredKind.Decimal,
            "REAL" or "FLOAT4" when clrType == typeof(float) => StoredKind.Float,
            "DOUBLE PRECISION" or "FLOAT8" or "FLOAT" when clrType == typeof(double) => StoredKind.Float,
            _ => StoredKind.Other
        };
    }

    /// <summary>The value of an entity's column as it is sent: after the converter, and what the mapping rounds itself.</summary>
    public static object? Written(IColumnModification column, object? value)
        => Transported(LimitParameter.ValueOf(
            column.TypeMapping!.CreateParameter(ParameterFactory, string.Empty, value, column.IsNullable)));

    /// <summary>A value in one form per kind, whatever CLR type it has: microseconds for times, as the server counts them.</summary>
    public static object? Transported(object? value)
        => value switch
        {
            null or DBNull => null,
            bool or string or decimal => value,
            float or double => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            DateTime time => Microseconds(time.Ticks),
            DateTimeOffset time => Microseconds(time.UtcTicks),
            DateOnly date => (long)date.DayNumber,
            TimeOnly time => time.Ticks / TimeSpan.TicksPerMicrosecond,
            Enum or sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)
        };

    /// <summary>What is equal after this is equal for the server once it is stored.</summary>
    /// <remarks>
    ///     Decimals are rounded half away from zero (https://docs.aws.amazon.com/redshift/latest/dg/r_INSERT_30.html) and trailing blanks do
    ///     not count in comparisons (https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html).
    /// </remarks>
    public static object? Normalized(IColumnModification column, object? transported)
        => transported switch
        {
            string text => text.TrimEnd(' '),
            decimal number when column.TypeMapping!.Scale is { } scale => Math.Round(number, Math.Min(scale, 28), MidpointRounding.AwayFromZero),
            _ => transported
        };

    /// <summary>Reads a column as the type in which the mapping's converter, if any, expects it.</summary>
    public static object? Read(RelationalDataReader reader, int ordinal, IColumnModification column)
        => reader.DbDataReader.IsDBNull(ordinal)
            ? null
            : Transported(column.TypeMapping!.GetDataReaderMethod().Invoke(reader.DbDataReader, [ordinal]));

    private static bool IsInteger(Type type)
        => type.IsEnum || Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;

    // The driver sends whole microseconds since 2000, cut off towards that date.
    private static long Microseconds(long ticks)
        => (ticks - TicksAtEpoch) / TimeSpan.TicksPerMicrosecond;
}
