using System.Text;
using EFCore.Redshift.Infrastructure;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Storage;

// Identifiers are always quoted, since the list of reserved words grows. They are printed in ASCII lower case because Redshift
// folds even quoted names, unless enable_case_sensitive_identifier is on; tables made by ordinary DDL are lower case then too.
// https://docs.aws.amazon.com/redshift/latest/dg/r_names.html
internal sealed class RedshiftSqlGenerationHelper(
    RelationalSqlGenerationHelperDependencies dependencies,
    RedshiftSingletonOptions options)
    : RelationalSqlGenerationHelper(dependencies)
{
    /// <summary>The bytes of UTF-8 a name may have; the server cuts longer ones in silence.</summary>
    private const int MaxIdentifierBytes = 127;

    public override string EscapeIdentifier(string identifier)
        => base.EscapeIdentifier(Fold(identifier));

    public override void EscapeIdentifier(StringBuilder builder, string identifier)
        => base.EscapeIdentifier(builder, Fold(identifier));

    // https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html
    public override string GenerateCreateSavepointStatement(string name)
        => throw new NotSupportedException(RedshiftStrings.SavepointsNotSupported);

    public override string GenerateRollbackToSavepointStatement(string name)
        => throw new NotSupportedException(RedshiftStrings.SavepointsNotSupported);

    public override string GenerateReleaseSavepointStatement(string name)
        => throw new NotSupportedException(RedshiftStrings.SavepointsNotSupported);

    private string Fold(string identifier)
    {
        CheckLength(identifier);

        return Fold(identifier, options.CaseSensitiveIdentifiers);
    }

    public static void CheckLength(string identifier)
    {
        if (Encoding.UTF8.GetByteCount(identifier) > MaxIdentifierBytes)
        {
            throw new InvalidOperationException(RedshiftStrings.IdentifierTooLong(identifier));
        }
    }

    /// <summary>The name as the server stores it.</summary>
    public static string Fold(string identifier, bool caseSensitive)
        => caseSensitive
            ? identifier
            : string.Create(
                identifier.Length,
                identifier,
                static (target, source) =>
                {
                    for (var i = 0; i < target.Length; i++)
                    {
                        target[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
                    }
                });
}
