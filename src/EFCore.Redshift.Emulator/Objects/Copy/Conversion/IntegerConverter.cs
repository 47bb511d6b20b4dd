using System.Globalization;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html</remarks>
internal sealed class IntegerConverter(string typeName, long minimum, long maximum) : ValueConverter
{
    public static IntegerConverter Int16 { get; } = new("Short", short.MinValue, short.MaxValue);

    public static IntegerConverter Int32 { get; } = new("Integer", int.MinValue, int.MaxValue);

    public static IntegerConverter Int64 { get; } = new("Long", long.MinValue, long.MaxValue);

    public override LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output)
    {
        var value = field.Trim((byte)' ');
        var first = value is [(byte)'-' or (byte)'+', ..] ? 1 : 0;
        var isNegative = first == 1 && value[0] == (byte)'-';
        var overflows = false;

        // Counted downwards, since the lowest value has no positive twin.
        var result = 0L;
        for (var i = first; i < value.Length; i++)
        {
            var digit = value[i] - '0';
            if (digit is < 0 or > 9)
            {
                return NumberFault.InvalidDigit(value, i, typeName);
            }

            overflows |= result < (long.MinValue + digit) / 10;
            result = unchecked((result * 10) - digit);
        }

        if (first == value.Length)
        {
            return NumberFault.InvalidDigit(value, 0, typeName);
        }

        overflows |= isNegative ? result < minimum : result < -maximum;
        if (overflows)
        {
            return new LoadFault(
                LoadErrorCode.IntegerOverflow,
                string.Create(CultureInfo.InvariantCulture, $"Overflow ({typeName} valid range {minimum} to {maximum})"));
        }

        output.WritePlain(value[0] == (byte)'+' ? value[1..] : value);
        return null;
    }
}
