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

    /// <summary>CROSS APPLY and OUTER APPLY, which the query's rewrites left.</summary>
    public const string ApplyNotSupported
        = "The query needs a join whose right side reads columns of its left side (SQL's LATERAL, or APPLY), which Redshift does not have and "
        + "which could not be rewritten as an ordinary join. It comes from a nested collection or 'SelectMany' that filters by more than equal "
        + "keys and also uses 'Take', 'Skip', 'Distinct' or 'GroupBy'. Move the filter out of the nested query, join explicitly, or load the "
        + "collections in a query of their own ('AsSplitQuery', or a second query by key).";

    /// <summary>LIMIT and OFFSET take a number.</summary>
    public const string LimitNotConstant
        = "The query passes an expression over columns to 'Take', 'Skip' or 'ElementAt'. Redshift's LIMIT and OFFSET take a number only. Pass a "
        + "constant or a variable.";

    /// <summary>LIKE with ESCAPE wants its pattern as a constant.</summary>
    public const string EscapeWithoutConstantPattern
        = "'EF.Functions.Like' or 'ILike' was given an escape character and a pattern that is not a constant. Redshift cannot do that "
        + "('Function like_escape(text,text) not supported'). Leave the escape character out, or make the pattern a constant.";

    /// <summary>Tuples in SQL.</summary>
    public const string RowValue
        = "The query compares tuples, which would be row values in SQL, and Redshift has none. Compare the members one by one, with '&&' and '||'.";

    /// <summary>JSON columns are whole documents.</summary>
    public const string JsonNavigation
        = "The query looks inside a JSON column. Inside SUPER documents EFCore.Redshift cannot look yet: load the document and look into it on "
        + "the client, or use 'FromSql' with Redshift's path notation.";

    /// <summary>No functions in FROM.</summary>
    public const string TableValuedFunction
        = "The query calls a table-valued function, and Redshift has none in FROM. Use a view, or 'FromSql'.";

    /// <summary>A collection in one parameter would be an array.</summary>
    public const string CollectionParameterNotSupported
        = "A collection cannot be one parameter, since Redshift has no arrays. Do not wrap it in 'EF.Parameter': 'Contains' over it becomes an IN "
        + "list, a parameter a value.";

    /// <summary>An empty list joined as a table.</summary>
    public const string EmptyTableOfValues
        = "An empty inline collection cannot be queried as a table.";

    /// <summary>A list of a property's own.</summary>
    public static string PrimitiveCollectionNotSupported(string entityType, string property)
        => $"The property '{entityType}.{property}' is a collection of values, and Redshift has neither arrays nor 'unnest'. Map it as an entity "
            + "type of its own, or load it and filter on the client.";

    /// <summary>A collection inside a JSON document.</summary>
    public static string JsonCollectionNotSupported(string type)
        => $"'{type}' is a collection inside a JSON document. EFCore.Redshift cannot query inside documents yet: map it as a table of its own, or "
            + "load the document and filter on the client.";

    /// <summary>PostgreSQL's own syntax, from a translation that is not ours.</summary>
    public static string PostgresConstruct(string construct)
        => $"The query was translated to '{construct}', which is PostgreSQL's and not Redshift's. Write the condition with operators and methods "
            + "that docs/functions.md lists, or evaluate it on the client after 'AsEnumerable'.";

    /// <summary>INTERSECT ALL, EXCEPT ALL.</summary>
    public static string SetOperationAll(string operation)
        => $"Redshift has no {operation} ALL. Use the form that removes duplicates.";

    /// <summary>A local list joined as a table.</summary>
    public static string TableOfValuesTooLong(int rows, int maximum)
        => $"The query joins a local collection of {rows} elements as a table. Redshift has no VALUES there, and more than {maximum} rows as "
            + "UNION ALL exhaust its parser and planner. Use 'Contains', which becomes an IN list, or load the elements into a temporary table.";

    /// <summary>DELETE has no alias for its target.</summary>
    public static string DeleteTargetNameIsAlias(string table)
        => $"'ExecuteDelete' over the table '{table}' reads another table under the same alias, and Redshift's DELETE gives its target no alias "
            + "of its own. Delete by a 'Contains' over keys instead.";
}
