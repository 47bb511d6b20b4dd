using System.Globalization;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>Cuts surplus digits off, where INSERT rounds; with ROUNDEC it rounds halves away from zero.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-roundec</remarks>
internal sealed class DecimalConverter(int precision, int scale, bool rounds) : ValueConverter
{
    private const string TypeName = "Decimal";

    // Up to 19 digits are stored in 8 bytes. https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html
    private const int Int64Precision = 19;

    private readonly byte[] _digits = new byte[precision + 1];

    public override LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output)
    {
        var value = field.Trim((byte)' ');
        var first = value is [(byte)'-' or (byte)'+', ..] ? 1 : 0;
        var isNegative = first == 1 && value[0] == (byte)'-';

        // The unscaled number in _digits, most significant digit first, without leading zeros.
        var count = 0;
        var fraction = -1;
        var anyDigit = false;
        var roundsUp = false;
        var overflows = false;

        for (var i = first; i < value.Length; i++)
        {
            var c = value[i];
            if (c == (byte)'.' && fraction < 0)
            {
                fraction = 0;
                continue;
            }

            if (c is < (byte)'0' or > (byte)'9')
            {
                return NumberFault.InvalidDigit(value, i, TypeName);
            }

            anyDigit = true;
            if (fraction >= 0)
            {
                if (fraction == scale)
                {
                    roundsUp |= rounds && c >= (byte)'5';
                    fraction = int.MaxValue;
                }

                if (fraction == int.MaxValue)
                {
                    continue;
                }

                fraction++;
            }

            Push(c, ref count, ref overflows);
        }

        if (!anyDigit)
        {
            return NumberFault.InvalidDigit(value, value.Length == 0 ? 0 : first, TypeName);
        }

        for (var written = Math.Max(fraction, 0); written < scale; written++)
        {
            Push((byte)'0', ref count, ref overflows);
        }

        if (roundsUp)
        {
            Increment(ref count);
        }

        if (overflows || count > precision || !FitsInt64(count, isNegative))
        {
            return new LoadFault(
                LoadErrorCode.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"Overflow for NUMERIC({precision},{scale})"));
        }

        Write(output, count, isNegative);
        return null;
    }

    private void Push(byte digit, ref int count, ref bool overflows)
    {
        if (count == 0 && digit == (byte)'0')
        {
            return;
        }

        if (count == precision)
        {
            overflows = true;
        }
        else
        {
            _digits[count++] = digit;
        }
    }

    private void Increment(ref int count)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            if (_digits[i] != (byte)'9')
            {
                _digits[i]++;
                return;
            }

            _digits[i] = (byte)'0';
        }

        _digits.AsSpan(0, count).CopyTo(_digits.AsSpan(1));
        _digits[0] = (byte)'1';
        count++;
    }

    private bool FitsInt64(int count, bool isNegative)
    {
        if (precision != Int64Precision || count < Int64Precision)
        {
            return true;
        }

        var limit = isNegative ? "9223372036854775808"u8 : "9223372036854775807"u8;
        return _digits.AsSpan(0, count).SequenceCompareTo(limit) <= 0;
    }

    private void Write(CopyTextWriter output, int count, bool isNegative)
    {
        if (isNegative && count > 0)
        {
            output.WritePlain("-"u8);
        }

        var digits = _digits.AsSpan(0, count);
        var whole = count - scale;
        output.WritePlain(whole > 0 ? digits[..whole] : "0"u8);
        if (scale > 0)
        {
            output.WritePlain("."u8);
            for (var zeros = whole; zeros < 0; zeros++)
            {
                output.WritePlain("0"u8);
            }

            output.WritePlain(whole > 0 ? digits[whole..] : digits);
        }
    }
}
