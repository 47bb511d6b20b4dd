namespace EFCore.Redshift.Emulator.Sql;

/// <param name="CaseSensitiveIdentifiers">
///     Whether quoted names keep their case, as with <c>enable_case_sensitive_identifier</c> on; otherwise ASCII letters fold to lower case in quotes too.
/// </param>
/// <param name="RefuseLongIdentifiers">Whether names over 127 bytes are an error rather than cut.</param>
internal sealed record SqlParserOptions(bool CaseSensitiveIdentifiers = false, bool RefuseLongIdentifiers = false)
{
    public static readonly SqlParserOptions Default = new();
}
