using System.Collections.Frozen;
using System.Text;

namespace EFCore.Redshift.Emulator.Sql;

internal static class Keywords
{
    private const Keyword LastReserved = Keyword.Without;

    private static readonly FrozenDictionary<string, Keyword> ByWord =
        Enum.GetValues<Keyword>().Where(keyword => keyword != Keyword.NoKeyword).ToFrozenDictionary(Word, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Keyword>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByWord.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int MaxLength = ByWord.Keys.Max(word => word.Length);

    public static bool IsReserved(this Keyword keyword) => keyword is > Keyword.NoKeyword and <= LastReserved;

    // Some letters beyond ASCII are equal to a letter of a keyword when case is ignored.
    public static Keyword Find(ReadOnlySpan<char> word)
        => word.Length <= MaxLength && Ascii.IsValid(word) && BySpan.TryGetValue(word, out var keyword) ? keyword : Keyword.NoKeyword;

    // CurrentDate is current_date.
    private static string Word(Keyword keyword)
    {
        var word = new StringBuilder();
        foreach (var c in keyword.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && word.Length > 0)
            {
                word.Append('_');
            }

            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }
}
