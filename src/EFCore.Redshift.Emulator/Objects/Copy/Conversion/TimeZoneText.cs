using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>Reads a zone at the end of a time: an offset such as -08, +05:30, +0530, or an abbreviation.</summary>
internal static class TimeZoneText
{
    // The abbreviations that AWS's own examples use, with their constant offsets in minutes.
    // https://docs.aws.amazon.com/redshift/latest/dg/time-zone-abbrev.html
    private static readonly (string Name, int Offset)[] Abbreviations =
    [
        ("Z", 0), ("UTC", 0), ("GMT", 0), ("WET", 0), ("UCT", 0), ("ZULU", 0),
        ("PST", -480), ("PDT", -420), ("MST", -420), ("MDT", -360), ("CST", -360), ("CDT", -300), ("EST", -300), ("EDT", -240),
        ("AKST", -540), ("AKDT", -480), ("HST", -600),
        ("BST", 60), ("CET", 60), ("MET", 60), ("CEST", 120), ("EET", 120), ("EEST", 180), ("MSK", 180),
        ("JST", 540), ("KST", 540)
    ];

    public static bool TryRead(ReadOnlySpan<byte> text, out int offsetMinutes)
    {
        offsetMinutes = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        if (text[0] is not ((byte)'+' or (byte)'-'))
        {
            foreach (var (name, offset) in Abbreviations)
            {
                if (Ascii.EqualsIgnoreCase(text, name))
                {
                    offsetMinutes = offset;
                    return true;
                }
            }

            return false;
        }

        Span<int> digits = stackalloc int[4];
        var count = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == (byte)':' && count == 2)
            {
                continue;
            }

            var digit = text[i] - '0';
            if (digit is < 0 or > 9 || count == 4)
            {
                return false;
            }

            digits[count++] = digit;
        }

        switch (count)
        {
            case 1:
                offsetMinutes = digits[0] * 60;
                break;
            case 2:
                offsetMinutes = ((digits[0] * 10) + digits[1]) * 60;
                break;
            case 4:
                offsetMinutes = (((digits[0] * 10) + digits[1]) * 60) + (digits[2] * 10) + digits[3];
                break;
            default:
                return false;
        }

        if (text[0] == (byte)'-')
        {
            offsetMinutes = -offsetMinutes;
        }

        return true;
    }
}
