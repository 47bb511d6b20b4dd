using System.Globalization;
using EFCore.Redshift.Emulator.Binding;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>The query that looks relations up in PostgreSQL's catalogue, and what it returns.</summary>
internal static class CatalogReader
{
    /// <summary>The query for some relations; those without a schema are looked for along the search path.</summary>
    public static string Query(IReadOnlyList<RelationName> names, IEnumerable<string> searchPath)
    {
        var asked = string.Join(", ", names.Select((name, i) => $"({i}, {Literal(name.Schema)}, {Literal(name.Name)})"));
        var path = string.Join(", ", searchPath.Select((schema, i) => $"({i}, {Literal(schema)})"));
        return $"""
            SELECT asked.number, found.nspname, found.relname, found.relkind, a.attname,
                pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, coalesce(i.identity_always, false)
            FROM (VALUES {asked}) AS asked (number, schema, name)
            CROSS JOIN LATERAL (
                SELECT c.oid, n.nspname, c.relname, c.relkind
                FROM (VALUES {path}) AS path (place, schema)
                JOIN pg_catalog.pg_namespace AS n ON n.nspname = path.schema::name OR n.nspname = asked.schema::name
                JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = asked.name::name AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                WHERE asked.schema IS NULL OR n.nspname = asked.schema::name
                ORDER BY path.place
                LIMIT 1) AS found
            LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = found.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_redshift.column_notes AS i ON i.relation = a.attrelid AND i.attnum = a.attnum
            ORDER BY asked.number, a.attnum
            """;
    }

    /// <summary>The relations that were found.</summary>
    public static IReadOnlyDictionary<RelationName, Relation> Read(IReadOnlyList<RelationName> names, IEnumerable<string?[]> rows)
        => rows
            .GroupBy(row => int.Parse(row[0]!, CultureInfo.InvariantCulture))
            .ToDictionary(relation => names[relation.Key], relation => ReadRelation([.. relation]));

    /// <summary>Cuts the value of <c>search_path</c> into the names of schemas, temporary tables and PostgreSQL's catalogue first.</summary>
    public static IReadOnlyList<string> SearchPath(string setting, string user, string? temporarySchema)
    {
        var path = new List<string>();
        if (temporarySchema is not null)
        {
            path.Add(temporarySchema);
        }

        path.Add("pg_catalog");
        foreach (var entry in setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var name = entry is ['"', .. var quoted, '"'] ? quoted.Replace("\"\"", "\"", StringComparison.Ordinal) : entry;
            path.Add(name == "$user" ? user : name);
        }

        return path;
    }

    private static Relation ReadRelation(IReadOnlyList<string?[]> rows)
        => new(
            rows[0][1]!,
            rows[0][2]!,
            rows[0][1] is "pg_catalog" or "information_schema" or "pg_redshift",
            rows[0][3] is "v" or "m",
            [
                .. from row in rows
                   where row[4] is not null
                   select new RelationColumn(row[4]!, row[5]!, IsNullable: row[6] == "f", IsIdentity: row[7] == "t")
            ]);

    private static string Literal(string? text)
        => text is null
            ? "NULL::text"
            : $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'::text";
}
