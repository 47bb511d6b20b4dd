namespace EFCore.Redshift.Emulator.Objects;

/// <summary>Literals and names for the emulator's own statements to a server with <c>standard_conforming_strings</c> off.</summary>
internal static class SqlText
{
    public static string Literal(string value)
        => "'" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";

    public static string Identifier(string name)
        => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
