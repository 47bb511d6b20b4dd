using System.Buffers;
using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>Each field is hexadecimal.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-usage-varbyte.html</remarks>
internal sealed class VarbyteConverter(int maximumLength) : ValueConverter
{
    private static readonly SearchValues<byte> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF"u8);

    public override LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output)
    {
        var value = field.Trim((byte)' ');
        if (value.Length % 2 != 0 || value.ContainsAnyExcept(Hexadecimal))
        {
            return new LoadFault(LoadErrorCode.InvalidHexadecimal, "Invalid hexadecimal value for VARBYTE");
        }

        if (value.Length / 2 > maximumLength)
        {
            return new LoadFault(LoadErrorCode.OutOfRange, "String length exceeds DDL length");
        }

        WriteLowerCase(value, output);
        return null;
    }

    private static void WriteLowerCase(ReadOnlySpan<byte> digits, CopyTextWriter output)
    {
        Span<byte> lower = stackalloc byte[256];
        while (!digits.IsEmpty)
        {
            var length = Math.Min(digits.Length, lower.Length);
            _ = Ascii.ToLower(digits[..length], lower, out _);
            output.WritePlain(lower[..length]);
            digits = digits[length..];
        }
    }
}
