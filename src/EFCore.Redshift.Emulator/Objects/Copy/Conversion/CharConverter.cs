using System.Globalization;
using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>CHAR holds single-byte characters only.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-multi-byte.html</remarks>
internal sealed class CharConverter(int maximumLength, TextOptions options) : ValueConverter
{
    public override bool TakesEmpty
        => true;

    public override LoadFault? Convert(ReadOnlySpan<byte> field, CopyTextWriter output)
    {
        var value = field;
        if (!Ascii.IsValid(value))
        {
            var first = value[value.IndexOfAnyInRange((byte)0x80, (byte)0xff)..];
            _ = Rune.DecodeFromUtf8(first, out _, out var length);
            var hex = string.Join(
                ' ', first[..Math.Max(length, 1)].ToArray().Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
            return new LoadFault(
                LoadErrorCode.InvalidUtf8, $"Multibyte character not supported for CHAR (Hint: try using VARCHAR). Invalid char: {hex}");
        }

        if (value.Contains((byte)0))
        {
            return TextFault.NullByte;
        }

        if (value.Length > maximumLength)
        {
            if (!options.Truncates && value[maximumLength..].ContainsAnyExcept((byte)' '))
            {
                return new LoadFault(LoadErrorCode.OutOfRange, "Char length exceeds DDL length");
            }

            value = value[..maximumLength];
        }

        output.WriteText(value);
        return null;
    }
}
