using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

internal static class MonthNames
{
    private static readonly string[] Names =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"
    ];

    /// <summary>Finds the month whose name, in full or its first three letters, is the given word; 0 if none.</summary>
    public static int Find(ReadOnlySpan<byte> word)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(word, Names[i]) || Ascii.EqualsIgnoreCase(word, Names[i].AsSpan(0, 3)))
            {
                return i + 1;
            }
        }

        return 0;
    }
}
