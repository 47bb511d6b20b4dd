using System.Globalization;
using System.Text;
using EFCore.Redshift.Emulator.Binding;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>Looks up relations in PostgreSQL's catalogue, by the session's search path.</summary>
internal sealed class SessionCatalog(IBackend backend) : ICatalog
{
    public async ValueTask<IReadOnlyDictionary<RelationName, Relation>> FindRelationsAsync(
        IReadOnlyCollection<RelationName> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return new Dictionary<RelationName, Relation>();
        }

        var asked = names.ToList();
        var rows = await backend.QueryAsync(Query(asked), cancellationToken);
        return rows
            .GroupBy(row => int.Parse(row[0]!, CultureInfo.InvariantCulture))
            .ToDictionary(relation => asked[relation.Key], relation => Read([.. relation]));
    }

    private static string Query(List<RelationName> names)
    {
        var values = new StringBuilder();
        for (var i = 0; i < names.Count; i++)
        {
            values.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}({i}, {Literal(names[i].Schema)}, {Literal(names[i].Name)})");
        }

        return $"""
            SELECT asked.number, found.nspname, found.relname, found.relkind, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, note.identity_always
            FROM (VALUES {values}) AS asked (number, schema, name)
            CROSS JOIN LATERAL (
                SELECT c.oid, n.nspname, c.relname, c.relkind
                FROM pg_catalog.pg_class AS c
                JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
                WHERE c.relname = asked.name::name AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                  AND CASE WHEN asked.schema IS NULL THEN pg_catalog.pg_table_is_visible(c.oid) ELSE n.nspname = asked.schema::name END
                LIMIT 1) AS found
            LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = found.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_redshift.column_notes AS note ON note.relation = a.attrelid AND note.attnum = a.attnum
            ORDER BY asked.number, a.attnum
            """;
    }

    private static Relation Read(IReadOnlyList<string?[]> rows)
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
