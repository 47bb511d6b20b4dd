using EFCore.Redshift.Emulator.Rewrites;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>What is close to something refused, and is not: nothing may be refused that Amazon's guide shows as working.</summary>
public class AcceptanceProbesTest
{
    public static TheoryData<string> Accepted
        => new(Statements);

    internal static IReadOnlyList<string> Statements { get; } =
    [
        // What writes
        "INSERT INTO stage (id, s) VALUES (1, DEFAULT), (2, 'x')",
        "INSERT INTO stage (id) VALUES ((SELECT max(k) FROM a))",
        "INSERT INTO stage DEFAULT VALUES",
        "INSERT INTO stage (SELECT k, s FROM a)",
        "INSERT INTO stage WITH q AS (SELECT k FROM a) SELECT k, 'x' FROM q",
        "INSERT INTO numbered (name) VALUES ('x'), ('y')",
        "INSERT INTO numbered (id, name) VALUES (DEFAULT, 'x')",
        "UPDATE stage AS x SET s = 'y' WHERE x.id = 1",
        "UPDATE stage SET s = a.s FROM a WHERE stage.id = a.k AND a.x > 3",
        "UPDATE t1 SET y1 = y2 FROM t2 WHERE x1 = x2",
        "CALL my_procedure(1, 'x')",
        "UPDATE category SET catid = 100 FROM event JOIN category cat ON event.catid = cat.catid WHERE cat.catgroup = 'Concerts'",
        "WITH q AS (SELECT k FROM a) UPDATE stage SET s = 'x' WHERE id IN (SELECT k FROM q)",
        "DELETE FROM stage USING a WHERE stage.id = a.k",
        "DELETE stage WHERE id = 1",
        "DELETE FROM stage WHERE EXISTS (SELECT 1 FROM a WHERE a.k = stage.id)",
        "MERGE INTO stage USING t ON stage.id = t.id WHEN MATCHED THEN UPDATE SET s = t.s WHEN NOT MATCHED THEN INSERT VALUES (t.id, t.s)",
        "MERGE INTO stage USING t AS x ON stage.id = x.id REMOVE DUPLICATES",
        "TRUNCATE TABLE stage",
        "LOCK TABLE stage, t",

        // The clauses of queries
        "SELECT TOP 5 k FROM a ORDER BY k",
        "SELECT k FROM a ORDER BY k LIMIT 5 OFFSET 10",
        "SELECT k FROM a LIMIT ALL",
        "SELECT DISTINCT k FROM a",
        "SELECT k FROM a UNION ALL SELECT k FROM b INTERSECT SELECT k FROM c ORDER BY 1 LIMIT 3",
        "SELECT k FROM a UNION ALL SELECT k FROM (SELECT k FROM b ORDER BY k LIMIT 3) AS q",
        "SELECT k FROM a MINUS SELECT k FROM b",
        "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n FROM r ORDER BY n LIMIT 3",
        "WITH q AS (SELECT k FROM a), p AS (SELECT k FROM q) SELECT p.k FROM p",
        "SELECT k FROM a WHERE k IN (WITH q AS (SELECT k FROM b) SELECT k FROM q)",
        "SELECT k, count(*) FROM a GROUP BY k HAVING count(*) > 3",
        "SELECT k FROM a ORDER BY 1, x DESC NULLS LAST",
        "SELECT k FROM a QUALIFY_ QUALIFY row_number() OVER (PARTITION BY x ORDER BY k) = 1",
        "SELECT k, x FROM a AS q WHERE x > 3 QUALIFY rank() OVER (ORDER BY k) <= 3",
        "SELECT e FROM t, unnest(t.j) AS e",
        "SELECT t.id, e.name, i FROM t, t.j AS e AT i",
        "SELECT t.id, e.name FROM t LEFT JOIN t.j AS e ON TRUE",
        "SELECT attr, value FROM t, UNPIVOT t.j AS value AT attr",
        "SELECT count(*) FROM event x, event y WHERE x.eventid (+) = y.catid",
        "SELECT category, sum(x) FROM (SELECT k AS category, x FROM a) AS q GROUP BY ROLLUP (category)",
        "SELECT price * 2 AS doubled, doubled + 1 AS more FROM (SELECT x AS price FROM a) AS q WHERE doubled > 4",
        "SELECT k FROM a NATURAL JOIN b",
        "SELECT a.k FROM a FULL JOIN b USING (k)",

        // Subqueries
        "SELECT salesid, listid, sum(pricepaid) FROM sales s WHERE qtysold = (SELECT max(numtickets) FROM listing l WHERE s.listid = l.listid) GROUP BY 1, 2",
        "SELECT k FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.k = a.k)",
        "SELECT k FROM a WHERE NOT EXISTS (SELECT b.v FROM b WHERE a.k = b.k AND b.v > 3)",
        "SELECT k FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.k = a.k AND b.d > a.d)",
        "SELECT k FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.k = a.k AND EXISTS (SELECT 1 FROM c WHERE c.k = b.k))",
        "SELECT k, (SELECT max(v) FROM b) FROM a",
        "SELECT k, (SELECT max(v) FROM b WHERE b.k = a.k) FROM a",
        "SELECT k, (SELECT sum(b.v) FROM b JOIN c ON c.k = b.k AND c.m = a.n WHERE b.k = a.k) FROM a",
        "SELECT k FROM a WHERE x IN (SELECT v FROM b WHERE b.k = a.k)",
        "SELECT k FROM a WHERE x IN (SELECT max(v) FROM b WHERE b.x = a.x GROUP BY k)",
        "SELECT k FROM a WHERE x IN (SELECT sum(v) FROM b GROUP BY k)",
        "SELECT k FROM a WHERE k NOT IN (SELECT k FROM b)",
        "SELECT k FROM a WHERE x = ANY (SELECT v FROM b) AND n <> ALL (SELECT m FROM c)",
        "SELECT k, (SELECT v FROM b ORDER BY v LIMIT 1) FROM a",
        "SELECT k FROM a WHERE x IN (SELECT v FROM b ORDER BY v LIMIT 3)",
        "SELECT q.k FROM (SELECT a.k FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.k = a.k)) AS q",
        "SELECT a.k FROM a LEFT JOIN (SELECT k, max(v) AS v FROM b GROUP BY k) AS m ON m.k = a.k",
        "SELECT a.k FROM a LEFT JOIN b ON b.k = a.k AND b.v = (SELECT max(m) FROM c)",
        "SELECT a.k, CASE WHEN EXISTS (SELECT 1 FROM b WHERE b.k = a.k) THEN 1 ELSE 0 END FROM a GROUP BY a.k",
        "SELECT a.k FROM a JOIN b ON a.k = b.k AND EXISTS (SELECT 1 FROM c WHERE c.k = b.k)",
        "SELECT k FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.k = a.k UNION ALL SELECT 1 FROM c WHERE c.k = a.k)",
        "SELECT id FROM t WHERE EXISTS (SELECT 1 FROM t.j AS e WHERE e.price > t.d)",
        "SELECT EXISTS (SELECT 1 FROM a)",
        "SELECT k FROM a WHERE k = (SELECT b.k FROM b WHERE b.k = a.k AND b.x = a.x AND (b.s <> a.s OR b.d <> a.d))",

        // Windows
        "SELECT sum(qty) OVER (PARTITION BY sellerid) FROM winsales",
        "SELECT sum(qty) OVER (ORDER BY dateid, salesid ROWS UNBOUNDED PRECEDING) FROM winsales",
        "SELECT avg(qty) OVER (ORDER BY dateid ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM winsales",
        "SELECT row_number() OVER () FROM winsales",
        "SELECT row_number() OVER (PARTITION BY sellerid ORDER BY qty DESC NULLS LAST) FROM winsales",
        "SELECT rank() OVER (ORDER BY sum(qty)) FROM winsales GROUP BY sellerid",
        "SELECT lag(qty, 1) IGNORE NULLS OVER (ORDER BY dateid) FROM winsales",
        "SELECT first_value(qty) OVER (PARTITION BY sellerid ORDER BY dateid ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM winsales",
        "SELECT listagg(DISTINCT buyerid, ',') WITHIN GROUP (ORDER BY buyerid) OVER (PARTITION BY sellerid) FROM winsales",
        "SELECT median(qty) OVER (PARTITION BY sellerid), ratio_to_report(qty) OVER (PARTITION BY sellerid) FROM winsales",
        "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY qty) OVER (PARTITION BY sellerid) FROM winsales",
        "SELECT row_number() OVER (ORDER BY random()) FROM winsales",
        "SELECT max(qty) OVER (PARTITION BY date_trunc('month', dateid)) FROM winsales",

        // Functions
        "SELECT getdate(), sysdate, current_date, k FROM a",
        "SELECT now(), current_timestamp, version(), current_schema()",
        "SELECT * FROM pg_table_def WHERE schemaname = current_schema() LIMIT 1",
        "SELECT listagg(s, ', ') WITHIN GROUP (ORDER BY k) FROM a",
        "SELECT listagg(s, $1) WITHIN GROUP (ORDER BY k) FROM a",
        "SELECT listagg(s) WITHIN GROUP (ORDER BY k), listagg(x) WITHIN GROUP (ORDER BY k) FROM a",
        "SELECT median(x), percentile_cont(0.5) WITHIN GROUP (ORDER BY x) FROM a",
        "SELECT APPROXIMATE count(DISTINCT k) FROM a",
        "SELECT APPROXIMATE percentile_disc(0.5) WITHIN GROUP (ORDER BY k) FROM a",
        "SELECT count(DISTINCT k), bool_or(f), max(s) FROM (SELECT k, s, k = 1 AS f FROM a) AS q",
        "SELECT dateadd(m, 30, d), dateadd('qtr', 1, d), datediff(hrs, d, getdate()), date_part(dow, d), extract(epoch FROM d) FROM a",
        "SELECT date_trunc('week', ts) FROM t",
        "SELECT concat(s, 'x'), log(100), nvl2(s, 'a', 'b'), decode(k, 1, 'one', 'other'), strtol('ff', 16) FROM a",
        "SELECT regexp_replace(s, 'a', 'b', 1, 'p') FROM a",
        "SELECT my_schema.my_function(k) FROM a",
        "SELECT count(*), sum(k) FROM a",
        "SELECT convert_timezone('UTC', 'Europe/Berlin', ts) FROM t",
        "SELECT json_extract_path_text(s, 'x'), json_serialize(j), get_array_length(j), json_parse(s) FROM t",
        "SELECT to_varbyte('6162', 'hex'), from_hex('6162'), sha2(s, 256), md5(s) FROM a",
        "SELECT pg_catalog.format_type(a.atttypid, a.atttypmod) FROM pg_catalog.pg_attribute AS a",

        // Expressions
        "SELECT k FROM a WHERE k = $32767",
        "SELECT array(1, 'abc', TRUE)",
        "SELECT j[0].name, t.j.x.y[1], j.\"a\" FROM t",
        "SELECT k FROM a WHERE (k, x) IN ((1, 2), (3, 4))",
        "SELECT k FROM a WHERE k IN (1, 2, $1)",
        "SELECT (k), (x + 1) * 2, -k, k % 2, k ^ 2, |/ k, @ k, k & 1, k | 1, k # 1, ~ k, k << 1, k >> 1, s || 'x' FROM a",
        "SELECT f = TRUE AS \"check\", s IS NULL, NOT f FROM t",
        "SELECT CASE WHEN f IS TRUE THEN 1 ELSE 0 END FROM t",
        "SELECT firstname FROM users WHERE likesports IS TRUE AND liketheatre IS NOT FALSE AND likerock IS UNKNOWN",
        "SELECT k FROM a WHERE s LIKE 'a^%' ESCAPE '^' AND s ILIKE $1 AND s NOT LIKE $2 ESCAPE '\\\\'",
        "SELECT k FROM a WHERE s SIMILAR TO '%(x|y)%' AND s ~ '^a' AND s !~ 'b$'",
        "SELECT k FROM a WHERE k BETWEEN 1 AND 5",
        "SELECT 'it''s', 'a\\\\b', N'x'",
        "SELECT DATE '2008-12-31', TIMESTAMP '2008-12-31 12:00:00', INTERVAL '7 days', TIME '12:34'",
        "SELECT CAST(k AS decimal(38, 37)), s::varchar(65535), convert(int, s), k::boolean FROM a",
        "SELECT 'public.sales'::regclass",
        "SELECT q.k FROM (SELECT k FROM a) AS q",
        "SELECT trim(BOTH ' ' FROM s), substring(s FROM 2 FOR 3), position('x' IN s) FROM a",
        "SELECT ts AT TIME ZONE 'UTC' FROM t",
        "SELECT relname, oid FROM pg_class WHERE relkind = 'r'",

        // Tables and other objects
        "CREATE TABLE n (id bigint IDENTITY(1, 1) NOT NULL, s varchar(65535) ENCODE zstd DEFAULT 'x', d decimal(38, 37), doc super, raw_ varbyte(100), "
            + "at timestamptz DEFAULT getdate(), PRIMARY KEY (id), FOREIGN KEY (s) REFERENCES a (s)) BACKUP NO DISTSTYLE KEY DISTKEY (id) COMPOUND SORTKEY (id, s)",
        "CREATE TABLE n (id int GENERATED BY DEFAULT AS IDENTITY(0, 1), s nvarchar(max) COLLATE case_insensitive, c char(4096), b bool, t timetz, ENCODE_ int)",
        "CREATE TABLE IF NOT EXISTS n (id int UNIQUE REFERENCES a (k), CONSTRAINT pk PRIMARY KEY (id)) DISTSTYLE ALL SORTKEY AUTO",
        "CREATE TEMP TABLE n (LIKE stage INCLUDING DEFAULTS)",
        "CREATE TABLE #n (id int)",
        "CREATE TABLE n DISTKEY (k) SORTKEY (k) AS SELECT k, s FROM a",
        "CREATE TABLE n (d interval day to second, y interval year to month, g geometry)",
        "SELECT k INTO n FROM a",
        "ALTER TABLE stage ADD COLUMN n int DEFAULT 0 ENCODE az64 NOT NULL",
        "ALTER TABLE stage ALTER COLUMN s TYPE varchar(300)",
        "ALTER TABLE stage ALTER COLUMN s ENCODE zstd, ALTER COLUMN id ENCODE az64",
        "ALTER TABLE stage ALTER SORTKEY (id), ALTER DISTKEY id",
        "ALTER TABLE stage ALTER DISTSTYLE ALL, ALTER SORTKEY (id)",
        "ALTER TABLE stage RENAME COLUMN s TO name",
        "ALTER TABLE stage ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES a (k)",
        "ALTER TABLE stage DROP COLUMN s CASCADE",
        "ALTER TABLE stage APPEND FROM t FILLTARGET",
        "CREATE OR REPLACE VIEW n AS SELECT k FROM a",
        "CREATE VIEW n AS SELECT k FROM public.a WITH NO SCHEMA BINDING",
        "CREATE MATERIALIZED VIEW n AS SELECT k, count(*) FROM a GROUP BY k",
        "DROP TABLE IF EXISTS n CASCADE",
        "CREATE DATABASE n WITH OWNER u CONNECTION LIMIT UNLIMITED COLLATE CASE_INSENSITIVE ISOLATION LEVEL SNAPSHOT",
        "CREATE SCHEMA IF NOT EXISTS n AUTHORIZATION u QUOTA 50 GB",
        "COMMENT ON COLUMN stage.s IS 'text'",

        // Transactions, sessions
        "BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED",
        "START TRANSACTION READ ONLY",
        "BEGIN; UPDATE stage SET s = 'x'; COMMIT",
        "VACUUM FULL stage TO 99 PERCENT",
        "DECLARE q CURSOR FOR SELECT k FROM a",
        "FETCH FORWARD 100 FROM q",
        "FETCH NEXT FROM q",
        "CLOSE q",
        "PREPARE p (int) AS SELECT k FROM a WHERE k = $1",
        "DEALLOCATE PREPARE p",
        "EXPLAIN VERBOSE SELECT k FROM a",
        "SET query_group TO 'x'",
        "COPY stage FROM 's3://bucket/x' IAM_ROLE default CSV",
        "UNLOAD ('SELECT k FROM a WHERE s = \\'x\\'') TO 's3://bucket/x' IAM_ROLE default"
    ];

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Statement_is_accepted(string sql)
        => Assert.NotEmpty(await TranslateAsync(sql));

    [Theory]
    [InlineData(UncertainFeature.CorrelatedSubqueryWithLimit, "SELECT a.k, (SELECT b.v FROM b WHERE b.k = a.k ORDER BY b.d LIMIT 1) FROM a")]
    [InlineData(UncertainFeature.CorrelatedSubqueryByInequality, "SELECT a.k, (SELECT count(*) FROM b WHERE b.d < a.d) FROM a")]
    [InlineData(UncertainFeature.CorrelationOutsideWhere, "SELECT a.k, (SELECT a.x + max(b.v) FROM b) FROM a")]
    [InlineData(UncertainFeature.IsDistinctFrom, "SELECT k FROM a WHERE k IS NOT DISTINCT FROM x")]
    [InlineData(UncertainFeature.LikeWithEmptyEscape, "SELECT k FROM a WHERE s LIKE $1 ESCAPE ''")]
    [InlineData(UncertainFeature.BoundLimit, "SELECT k FROM a LIMIT $1 OFFSET $2")]
    [InlineData(UncertainFeature.CountDistinctOfSeveral, "SELECT count(DISTINCT k, x) FROM a")]
    [InlineData(UncertainFeature.BooleanAsText, "SELECT f::varchar FROM t")]
    [InlineData(UncertainFeature.KeyChangeInTransaction, "BEGIN; ALTER TABLE stage ALTER DISTKEY id; COMMIT")]
    [InlineData(UncertainFeature.DollarQuotedString, "SELECT $$x$$")]
    [InlineData(UncertainFeature.CaseInsensitiveRegex, "SELECT k FROM a WHERE s ~* 'x'")]
    public async Task What_is_uncertain_is_refused_unless_it_is_let_through_by_name(UncertainFeature feature, string sql)
    {
        await Assert.ThrowsAsync<RedshiftErrorException>(() => TranslateAsync(sql));

        Assert.NotEmpty(await TranslateAsync(sql, feature));
    }

    [Fact]
    public void Every_uncertain_feature_is_tested()
    {
        var tested = typeof(AcceptanceProbesTest).GetMethod(nameof(What_is_uncertain_is_refused_unless_it_is_let_through_by_name))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Cast<InlineDataAttribute>()
            .Select(data => (UncertainFeature)data.GetData(null!).Single()[0]);

        Assert.Equal(Enum.GetValues<UncertainFeature>().Order(), tested.Order());
    }

    private static async Task<IReadOnlyList<TranslatedStatement>> TranslateAsync(string sql, params UncertainFeature[] relaxed)
        => await new SqlTranslator(RuleSet.Default, new Rewriter([])).TranslateAsync(
            sql, new SessionSettings { Relaxed = relaxed.ToHashSet() }, new FakeCatalog(), CancellationToken.None);
}
