using System.Globalization;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

internal static class NumberFault
{
    public static LoadFault InvalidDigit(ReadOnlySpan<byte> value, int position, string type)
    {
        // Values beyond ASCII are shown byte by byte, as Redshift does.
        var shown = position < value.Length && value[position] is >= (byte)' ' and < 0x7f ? (char)value[position] : '.';
        return new LoadFault(
            LoadErrorCode.InvalidDigit,
            string.Create(CultureInfo.InvariantCulture, $"Invalid digit, Value '{shown}', Pos {position}, Type: {type}"),
            position);
    }
}
