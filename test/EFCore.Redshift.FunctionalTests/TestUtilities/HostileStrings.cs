using FsCheck;
using FsCheck.Fluent;

namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>Strings made of what has ever ended a literal, a comment, an identifier, a placeholder or a format string early.</summary>
public static class HostileStrings
{
    private static readonly string[] Fragments =
    [
        "'", "''", "\\", "\\\\", "\\'", "'\\", "\"", "\"\"", "`", ";", "--", "/*", "*/", "$1", "$$", "$tag$", "@p0", "@", ":p", "?", "{0}", "{", "}", "%",
        "_", "\n", "\r", "\r\n", "\t", "\\n", "\\u0041", "\\x41", "\\101", "E'", "U&'", "N'", "' OR 1=1 --", "'); DROP TABLE t; --", "\u0001", "\u007f",
        "\u0085", "\u2028", "\u00a0", "ä", "İ", "ß", "日本", "😀", "e\u0301", "\ufeff", "＇", "ʼ", "¥", " ", "  ", "a", "Z", "0", "NULL", "null", "\\N", "\\."
    ];

    public static Arbitrary<string> Arbitrary { get; } = Arb.From(Gen.Elements(Fragments).ListOf().Select(string.Concat), Shrink);

    /// <summary>The fragments themselves and a sample of what they make together, the same in every run.</summary>
    public static IEnumerable<string> Sample(int count)
        => [.. Fragments, "", .. Gen.Elements(Fragments).ListOf().Select(string.Concat).Sample(12, TestSeed.Random, count)];

    private static IEnumerable<string> Shrink(string value)
        => Enumerable.Range(0, value.Length)
            .Select(i => value.Remove(i, 1))
            .Where(s => !s.Any(char.IsSurrogate));
}
