using System.Globalization;

namespace EFCore.Redshift.Properties;

/// <summary>Every message a user can see.</summary>
internal static class RedshiftStrings
{
    /// <summary>Redshift has no arrays.</summary>
    public const string CollectionAsOneParameter
        = "Redshift has no arrays, so a collection cannot be sent as one parameter. Remove "
        + "'TranslateParameterizedCollectionsToParameters' or 'UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)': "
        + "by default each value becomes a parameter of its own.";

    /// <summary>The driver knows PostgreSQL's authentication requests only.</summary>
    public const string DigestAuthentication
        = "The server asked for Redshift's own digest authentication (request 13), which the Npgsql driver does not know. It is used for "
        + "users whose password is stored as a SHA-256 digest. Give the user an MD5 password (CREATE USER … PASSWORD 'md5…'), or connect "
        + "with temporary IAM credentials through 'UsePasswordProvider'.";

    /// <summary>Redshift has no savepoints.</summary>
    public const string SavepointsNotSupported
        = "Redshift has no savepoints. Roll back the whole transaction instead.";

    /// <summary>The server would cut the name in silence.</summary>
    public static string IdentifierTooLong(string identifier)
        => $"The name '{identifier}' is longer than the 127 bytes of UTF-8 that Redshift keeps of a name. Shorten it.";

    /// <summary>A setting of the provider's own connections does not reach a connection that the application made.</summary>
    public static string SettingNeedsConnectionString(string setting)
        => $"'{setting}' applies to connections that the provider opens from a connection string, but the context was given a connection "
            + "or a data source. Pass a connection string to 'UseRedshift', or do it on the connection or the data source.";

    /// <summary>A keyword that the driver knows and Redshift cannot do.</summary>
    public static string ConnectionStringKeyword(string keyword)
        => keyword switch
        {
            "Max Auto Prepare" => "The connection string sets 'Max Auto Prepare'. Redshift drops prepared statements on ROLLBACK and on any "
                + "DDL on their tables; remove it.",
            "Multiplexing" => "The connection string sets 'Multiplexing'. It reads a backslash in a literal as an ordinary character, and on "
                + "Redshift it escapes; remove it.",
            _ => "The connection string names several hosts. The driver tells them apart by functions that Redshift lacks; name one host."
        };

    /// <summary>TIMESTAMPTZ holds an instant, which such a value is not.</summary>
    public static string UnspecifiedKindForTimestampTz(DateTime value)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"The DateTime {value:yyyy-MM-dd HH:mm:ss} of kind Unspecified cannot be written to a TIMESTAMPTZ column, which holds an instant. ")
            + "Use a value of kind Utc or Local, a DateTimeOffset, or a TIMESTAMP column.";
}
