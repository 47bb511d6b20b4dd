using System.Text;

namespace EFCore.Redshift.Query;

/// <summary>A LIKE pattern as the user or a translation wrote it: text, wildcards, and the character that escapes them, if any.</summary>
internal readonly record struct RedshiftLikePattern(string Text, char? Escape)
{
    private const char CaretEscape = '^';

    /// <summary>The pattern of <c>StartsWith</c>, <c>EndsWith</c> or <c>Contains</c> for a text in which nothing is a wildcard.</summary>
    public static RedshiftLikePattern Matching(string text, string method)
    {
        var needsEscape = text.AsSpan().IndexOfAny('%', '_', '\\') >= 0;
        var escaped = needsEscape ? Escaped(text, CaretEscape) : text;
        var pattern = method switch
        {
            // Every string starts with, ends with and contains the empty one.
            _ when text.Length == 0 => "%",
            nameof(string.StartsWith) => escaped + "%",
            nameof(string.EndsWith) => "%" + escaped,
            _ => "%" + escaped + "%"
        };

        return new RedshiftLikePattern(pattern, needsEscape ? CaretEscape : null);
    }

    /// <summary>Whether the pattern means something else under Redshift's default escape, the backslash.</summary>
    public bool NeedsEscape
        => Escape is not null || Text.Contains('\\', StringComparison.Ordinal);

    /// <summary>The pattern for <c>LIKE … ESCAPE '^'</c>, as which Redshift's guide shows it.</summary>
    public string WithCaret()
        => Converted(CaretEscape);

    /// <summary>The pattern for a LIKE without an ESCAPE clause.</summary>
    public string WithBackslash()
        => Converted('\\');

    private string Converted(char escape)
    {
        if (Escape == escape)
        {
            return Text;
        }

        var result = new StringBuilder(Text.Length + 8);
        for (var i = 0; i < Text.Length; i++)
        {
            if (Text[i] == Escape && i + 1 < Text.Length)
            {
                result.Append(escape).Append(Text[++i]);
            }
            else if (Text[i] == escape)
            {
                result.Append(escape).Append(escape);
            }
            else
            {
                result.Append(Text[i]);
            }
        }

        return result.ToString();
    }

    private static string Escaped(string text, char escape)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (character is '%' or '_' || character == escape)
            {
                result.Append(escape);
            }

            result.Append(character);
        }

        return result.ToString();
    }
}
