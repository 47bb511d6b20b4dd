using System.Buffers;
using System.Text;

namespace EFCore.Redshift.Emulator.Sql;

/// <summary>Takes keys, tokens and passwords out of a text before it is kept anywhere.</summary>
internal static class SecretText
{
    private const string Mask = "'***'";

    // A text without any of these has nothing to hide, and most have none.
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["CREDENTIALS", "ACCESS_KEY", "TOKEN", "MASTER_SYMMETRIC_KEY", "PASSWORD"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The text with three asterisks for each secret; all of a text that cannot be read is one.</summary>
    public static string Hide(string sql)
    {
        if (!sql.AsSpan().ContainsAny(Words))
        {
            return sql;
        }

        try
        {
            return Hide(sql, SqlLexer.Tokenize(sql));
        }
        catch (RedshiftErrorException)
        {
            return Mask;
        }
    }

    private static string Hide(string sql, SqlToken[] tokens)
    {
        var hidden = new StringBuilder(sql.Length);
        var position = 0;
        for (var i = 0; tokens[i].Kind != SqlTokenKind.End; i++)
        {
            if (!IsBeforeSecret(tokens[i]))
            {
                continue;
            }

            var secret = tokens[i + 1].Keyword == Keyword.As ? tokens[i + 2] : tokens[i + 1];
            if (secret.Kind is SqlTokenKind.String or SqlTokenKind.EscapeString or SqlTokenKind.DollarString)
            {
                hidden.Append(sql, position, secret.Start - position).Append(Mask);
                position = secret.End;
            }
        }

        return hidden.Append(sql, position, sql.Length - position).ToString();
    }

    private static bool IsBeforeSecret(SqlToken token)
        => token.Keyword is Keyword.Credentials or Keyword.AccessKeyId or Keyword.SecretAccessKey or Keyword.SessionToken or Keyword.Token
            or Keyword.MasterSymmetricKey or Keyword.Password;
}
