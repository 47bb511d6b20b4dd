namespace EFCore.Redshift.Storage;

/// <summary>Types of PostgreSQL that Redshift lacks, with what to use instead.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-datatypes.html</remarks>
internal static class PostgresOnlyTypes
{
    private const string UseIdentity = "Use integer or bigint with 'UseRedshiftIdentityColumn'.";
    private const string UseText = "Use varchar, with 'HasConversion' if the property is not a string.";
    private const string UseTwoColumns = "Use two columns, one for each end.";
    private const string UseTicks = "Leave the type out: a TimeSpan is stored as ticks in a bigint.";

    private static readonly Dictionary<string, string> Alternatives = new(StringComparer.OrdinalIgnoreCase)
    {
        ["uuid"] = "Leave the type out: a Guid is stored in char(36).",
        ["bytea"] = "Leave the type out: a byte[] is stored in varbyte.",
        ["json"] = UseText,
        ["jsonb"] = UseText,
        ["jsonpath"] = UseText,
        ["hstore"] = UseText,
        ["xml"] = UseText,
        ["citext"] = UseText,
        ["ltree"] = UseText,
        ["inet"] = UseText,
        ["cidr"] = UseText,
        ["macaddr"] = UseText,
        ["macaddr8"] = UseText,
        ["name"] = UseText,
        ["tsvector"] = "Redshift has no full text search.",
        ["tsquery"] = "Redshift has no full text search.",
        ["money"] = "Use numeric(19,2).",
        ["bit"] = "Use boolean, or varchar for more bits.",
        ["bit varying"] = UseText,
        ["varbit"] = UseText,
        ["interval"] = UseTicks,
        ["serial"] = UseIdentity,
        ["serial4"] = UseIdentity,
        ["smallserial"] = UseIdentity,
        ["bigserial"] = UseIdentity,
        ["serial8"] = UseIdentity,
        ["oid"] = "Use bigint.",
        ["xid"] = "Redshift has no row version. Use a concurrency token that the application sets.",
        ["xid8"] = "Redshift has no row version. Use a concurrency token that the application sets.",
        ["point"] = "Use two columns, one for each coordinate.",
        ["int4range"] = UseTwoColumns,
        ["int8range"] = UseTwoColumns,
        ["numrange"] = UseTwoColumns,
        ["tsrange"] = UseTwoColumns,
        ["tstzrange"] = UseTwoColumns,
        ["daterange"] = UseTwoColumns,
        ["line"] = UseText,
        ["lseg"] = UseText,
        ["box"] = UseText,
        ["path"] = UseText,
        ["polygon"] = UseText,
        ["circle"] = UseText
    };

    /// <summary>What to use instead of a store type, or null if Redshift may have it.</summary>
    public static string? FindAlternative(string storeType)
        => storeType.EndsWith("[]", StringComparison.Ordinal)
            ? "Redshift has no arrays: give the elements a table of their own, or convert them to text with 'HasConversion'."
            : Alternatives.GetValueOrDefault(storeType.Split('(')[0].Trim());
}
