namespace EFCore.Redshift.Emulator.Sql;

internal static class TextPosition
{
    /// <summary>What the server calls a position: characters, not UTF-16 units, counted from 1.</summary>
    public static int Of(ReadOnlySpan<char> text, int index) => index - CountPairs(text[..index]) + 1;

    /// <summary>The count of characters that take two UTF-16 units.</summary>
    public static int CountPairs(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        foreach (var c in text)
        {
            if (char.IsLowSurrogate(c))
            {
                pairs++;
            }
        }

        return pairs;
    }
}
