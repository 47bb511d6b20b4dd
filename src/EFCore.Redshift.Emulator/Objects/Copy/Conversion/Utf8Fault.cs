using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>What is wrong with text that is not UTF-8.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/multi-byte-character-load-errors.html</remarks>
internal static class Utf8Fault
{
    public static LoadFault? Find(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
        {
            return null;
        }

        var rest = text;
        int length;
        while (Rune.DecodeFromUtf8(rest, out _, out length) == System.Buffers.OperationStatus.Done)
        {
            rest = rest[length..];
        }

        var bad = rest[..Math.Max(length, 1)];
        var hex = string.Join(' ', bad.ToArray().Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
        return new LoadFault(
            LoadErrorCode.InvalidUtf8,
            string.Create(
                CultureInfo.InvariantCulture,
                $"String contains invalid or unsupported UTF8 codepoints. Bad UTF8 hex sequence: {hex} (error {Classify(rest)})"));
    }

    private static int Classify(ReadOnlySpan<byte> rest)
        => rest[0] switch
        {
            >= 0xf8 and < 0xfe => 1,
            (>= 0x80 and < 0xc0) or >= 0xfe => 3,
            0xed when rest.Length > 1 && rest[1] >= 0xa0 => 5,
            _ when rest.Length < ExpectedLength(rest[0]) => 2,
            _ => 4
        };

    private static int ExpectedLength(byte first)
        => first switch
        {
            >= 0xf0 => 4,
            >= 0xe0 => 3,
            _ => 2
        };
}
