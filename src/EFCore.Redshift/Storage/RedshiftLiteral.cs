namespace EFCore.Redshift.Storage;

/// <summary>Writes text literals, for queries, seeds, defaults, DDL, COPY and UNLOAD alike.</summary>
internal static class RedshiftLiteral
{
    // A backslash inside '…' always escapes on Redshift, so it is doubled like the quote.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html
    public static string Escape(string value)
        => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);

    public static string Text(string value)
        => $"'{Escape(value)}'";
}
