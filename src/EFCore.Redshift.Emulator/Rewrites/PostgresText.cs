using System.Text;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>Values as texts for PostgreSQL, where backslashes escape within literals.</summary>
internal static class PostgresText
{
    /// <summary>A literal of unknown type, or NULL.</summary>
    public static string Literal(string? value)
        => value is null
            ? "NULL"
            : $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The text form of an array of strings.</summary>
    public static string Array(IEnumerable<string> values)
    {
        var builder = new StringBuilder("{");
        foreach (var value in values)
        {
            builder.Append(builder.Length > 1 ? "," : "")
                .Append('"')
                .Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))
                .Append('"');
        }

        return builder.Append('}').ToString();
    }
}
