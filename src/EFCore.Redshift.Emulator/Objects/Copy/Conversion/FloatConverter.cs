using System.Buffers;
using System.Globalization;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html</remarks>
internal sealed class FloatConverter(bool isSingle) : ValueConverter
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly SearchValues<byte> Valid = SearchValues.Create("0123456789+-.eE"u8);

    public override LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output)
    {
        var value = field.Trim((byte)' ');
        double number;
        if (isSingle && float.TryParse(value, Style, CultureInfo.InvariantCulture, out var single))
        {
            number = single;
        }
        else if (isSingle || !double.TryParse(value, Style, CultureInfo.InvariantCulture, out number))
        {
            return new LoadFault(LoadErrorCode.InvalidFloat, NumberFault.InvalidDigit(value, FindInvalid(value), TypeName).Reason);
        }

        // .NET gives zero and infinity for what is too small and too large; the server refuses both.
        var mantissa = value[..(value.IndexOfAny("eE"u8) is var e and >= 0 ? e : value.Length)];
        if ((number == 0 && mantissa.IndexOfAnyInRange((byte)'1', (byte)'9') >= 0)
            || (double.IsInfinity(number) && value.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0))
        {
            return new LoadFault(LoadErrorCode.InvalidFloat, $"Overflow ({TypeName})");
        }

        output.WritePlain(value);
        return null;
    }

    private string TypeName
        => isSingle ? "Float" : "Double";

    private static int FindInvalid(ReadOnlySpan<byte> value)
    {
        var invalid = value.IndexOfAnyExcept(Valid);
        return invalid < 0 ? 0 : invalid;
    }
}
