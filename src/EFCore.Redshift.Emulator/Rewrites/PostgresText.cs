namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>Values as texts for PostgreSQL, where backslashes escape within literals.</summary>
internal static class PostgresText
{
    /// <summary>A literal of unknown type, or NULL.</summary>
    public static string Literal(string? value)
        => value is null
            ? "NULL"
            : $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
