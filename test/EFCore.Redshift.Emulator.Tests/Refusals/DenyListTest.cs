using EFCore.Redshift.Emulator.Rewrites;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>
///     What a SQL generator for PostgreSQL emits and Redshift lacks: every entry of that list would be noticed, wherever it stands, so
///     that a suite of queries that passes here holds none of them.
/// </summary>
public class DenyListTest
{
    public static TheoryData<string, string> Constructs
        => new()
        {
            { "INSERT … RETURNING", "INSERT INTO stage (id) VALUES ($1) RETURNING id" },
            { "UPDATE … RETURNING", "UPDATE stage SET s = $1 WHERE id = $2 RETURNING 1" },
            { "JOIN LATERAL", "SELECT a.k, b0.v FROM a JOIN LATERAL (SELECT b.v FROM b WHERE b.k = a.k LIMIT 3) AS b0 ON TRUE" },
            { "LEFT JOIN LATERAL", "SELECT a.k, b0.v FROM a LEFT JOIN LATERAL (SELECT b.v FROM b WHERE b.k = a.k LIMIT 3) AS b0 ON TRUE" },
            { "VALUES as a table", "SELECT v.\"Value\" FROM (VALUES ($1), ($2)) AS v (\"Value\")" },
            { "= ANY (@array)", "SELECT k FROM a WHERE k = ANY ($1)" },
            { "unnest(@array)", "SELECT p.value FROM unnest($1) AS p (value)" },
            { "ARRAY[…]", "SELECT k FROM a WHERE k = ANY (ARRAY[1, 2]::integer[])" },
            { "FILTER", "SELECT count(*) FILTER (WHERE a.x > 3) FROM a" },
            { "DISTINCT ON", "SELECT DISTINCT ON (a.k) a.k FROM a" },
            { "IS DISTINCT FROM", "SELECT k FROM a WHERE k IS DISTINCT FROM x" },
            { "IS NOT DISTINCT FROM", "SELECT k FROM a WHERE k IS NOT DISTINCT FROM x" },
            { "E'…'", "SELECT k FROM a WHERE s = E'a\\\\nb'" },
            { "BYTEA E'…'", "SELECT BYTEA E'\\\\\\\\x01'" },
            { "LIKE … ESCAPE ''", "SELECT k FROM a WHERE s LIKE a.s ESCAPE ''" },
            { "ON CONFLICT", "INSERT INTO stage (id) VALUES (1) ON CONFLICT DO NOTHING" },
            { "FOR UPDATE", "SELECT k FROM a FOR UPDATE" },
            { "FOR SHARE", "SELECT k FROM a FOR SHARE" },
            { "SAVEPOINT", "SAVEPOINT s" },
            { "ROLLBACK TO", "ROLLBACK TO s" },
            { "RELEASE", "RELEASE SAVEPOINT s" },
            { "DELETE FROM t AS a", "DELETE FROM stage AS s WHERE s.id = 1" },
            { "regtype::text", "SELECT 'int4'::regtype::text" },
            { "now()", "SELECT now(), k FROM a" },
            { "CURRENT_TIMESTAMP", "SELECT k FROM a WHERE d < CURRENT_TIMESTAMP" },
            { "LOCALTIMESTAMP", "SELECT k FROM a WHERE d < LOCALTIMESTAMP" },
            { "clock_timestamp()", "SELECT clock_timestamp()" },
            { "string_agg", "SELECT string_agg(s, ',') FROM a" },
            { "array_agg", "SELECT array_agg(k) FROM a" },
            { "generate_series", "SELECT g FROM generate_series(1, 3) AS g" },
            { "INTERSECT ALL", "SELECT k FROM a INTERSECT ALL SELECT k FROM b" },
            { "EXCEPT ALL", "SELECT k FROM a EXCEPT ALL SELECT k FROM b" }
        };

    /// <summary>Where a query can stand within another statement; {0} is its place.</summary>
    private static readonly string[] Places =
    [
        "{0}",
        "SELECT q.* FROM ({0}) AS q",
        "WITH q AS ({0}) SELECT * FROM q",
        "SELECT k FROM c WHERE EXISTS ({0})",
        "SELECT k FROM c UNION ALL {0}",
        "INSERT INTO stage {0}",
        "CREATE VIEW n AS {0}",
        "SELECT 1; {0}"
    ];

    [Theory]
    [MemberData(nameof(Constructs))]
    public async Task Construct_of_PostgreSQL_is_refused_wherever_it_stands(string construct, string sql)
    {
        var places = sql.StartsWith("SELECT", StringComparison.Ordinal) ? Places : Places[..1];

        foreach (var place in places)
        {
            var text = place.Replace("{0}", sql, StringComparison.Ordinal);
            var error = await Record.ExceptionAsync(
                async () => await new SqlTranslator(RuleSet.Default, new Rewriter([])).TranslateAsync(
                    text, new SessionSettings(), new FakeCatalog(), CancellationToken.None));

            Assert.True(error is RedshiftErrorException, $"{construct} is let through in: {text}");
        }
    }
}
