using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>
///     Turns an object's key into a relative path and back. Ordinary keys are their own paths, so that files put into the folder by hand
///     are found under their names; what a file system cannot hold, or would read as something else (<c>..</c>, empty segments,
///     backslashes, control characters), is percent-encoded.
/// </summary>
internal static class ObjectKeyPath
{
    private const int MaximumSegmentLength = 255;

    /// <summary>Gives the path of a key, or false where no file system can hold one of its segments.</summary>
    public static bool TryGetPath(string key, [NotNullWhen(true)] out string? path)
    {
        path = null;
        var segments = key.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = EncodeSegment(segments[i]);
            if (Encoding.UTF8.GetByteCount(segments[i]) > MaximumSegmentLength)
            {
                return false;
            }
        }

        path = Path.Combine(segments);
        return true;
    }

    /// <summary>Gives the key of a relative path, or false where the path is none that <see cref="TryGetPath" /> gives.</summary>
    public static bool TryGetKey(string path, [NotNullWhen(true)] out string? key)
    {
        var segments = path.Split(Path.DirectorySeparatorChar);
        key = string.Join('/', segments.Select(DecodeSegment));
        return TryGetPath(key, out var back) && back == path;
    }

    private static string EncodeSegment(string segment)
    {
        switch (segment)
        {
            // An empty segment ("a//b") is no file's name; a lone percent sign stands for it.
            case "":
                return "%";
            case "%":
                return "%25";
            case ".":
                return "%2E";
            case "..":
                return "%2E%2E";
        }

        if (!segment.Where((_, i) => MustBeEncoded(segment, i)).Any())
        {
            return segment;
        }

        var encoded = new StringBuilder(segment.Length + 8);
        for (var i = 0; i < segment.Length; i++)
        {
            if (MustBeEncoded(segment, i))
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{(int)segment[i]:X2}");
            }
            else
            {
                encoded.Append(segment[i]);
            }
        }

        return encoded.ToString();
    }

    // Besides what no system takes, a percent sign that would be read as an encoding, and Windows' forbidden characters
    // and endings, so that a folder means the same on every system.
    private static bool MustBeEncoded(string segment, int i)
        => segment[i] switch
        {
            < ' ' or '\x7f' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' => true,
            '%' => i + 2 < segment.Length && char.IsAsciiHexDigitUpper(segment[i + 1]) && char.IsAsciiHexDigitUpper(segment[i + 2]),
            '.' or ' ' => i == segment.Length - 1,
            _ => false
        };

    private static string DecodeSegment(string segment)
    {
        if (segment == "%")
        {
            return "";
        }

        if (!segment.Contains('%', StringComparison.Ordinal))
        {
            return segment;
        }

        var decoded = new StringBuilder(segment.Length);
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] == '%'
                && i + 2 < segment.Length
                && char.IsAsciiHexDigitUpper(segment[i + 1])
                && char.IsAsciiHexDigitUpper(segment[i + 2]))
            {
                decoded.Append((char)Convert.ToInt32(segment.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                decoded.Append(segment[i]);
            }
        }

        return decoded.ToString();
    }
}
