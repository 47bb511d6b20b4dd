using System.Text;
using EFCore.Redshift.Properties;
using EFCore.Redshift.Storage;

namespace EFCore.Redshift.Bulk;

/// <summary>The text of a COPY or UNLOAD, and beside it the same text with its secrets hidden, which is the one that may be printed.</summary>
internal sealed class BulkCommandText
{
    private const string Hidden = "'***'";

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _printable = new();
    private readonly List<string> _secrets = [];

    /// <summary>What is sent. Never to be logged.</summary>
    public string Text
        => _text.ToString();

    public string Printable
        => _printable.ToString();

    public bool HoldsSecrets
        => _secrets.Count > 0;

    /// <summary>Appends SQL that holds no value of the caller's.</summary>
    public BulkCommandText Append(string sql)
    {
        _text.Append(sql);
        _printable.Append(sql);
        return this;
    }

    public BulkCommandText AppendLiteral(string value)
        => Append(RedshiftLiteral.Text(WithoutNul(value)));

    public BulkCommandText AppendSecret(string value)
    {
        _secrets.Add(value);
        _text.Append(RedshiftLiteral.Text(WithoutNul(value)));
        _printable.Append(Hidden);
        return this;
    }

    /// <summary>Hides the secrets in a message of the server, which may quote a part of the statement.</summary>
    public string Hide(string message)
    {
        foreach (var secret in _secrets)
        {
            message = message.Replace(secret, "***", StringComparison.Ordinal);
        }

        return message;
    }

    public override string ToString()
        => Printable;

    private static string WithoutNul(string value)
        => value.Contains('\0', StringComparison.Ordinal) ? throw new ArgumentException(RedshiftStrings.NulCharacter) : value;
}
