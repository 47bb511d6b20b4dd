using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class GroupByQueryTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public Task GroupBy_Count()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.EventId).Select(g => new { g.Key, Count = g.Count() }),
            """
            SELECT "s"."eventid" AS "key", CAST(COUNT(*) AS integer) AS "count"
            FROM "sale" AS "s"
            GROUP BY "s"."eventid"
            """);

    [Fact]
    public Task GroupBy_LongCount()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.EventId).Select(g => new { g.Key, Count = g.LongCount() }),
            """
            SELECT "s"."eventid" AS "key", COUNT(*) AS "count"
            FROM "sale" AS "s"
            GROUP BY "s"."eventid"
            """);

    [Fact]
    public Task GroupBy_Sum_of_short()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.EventId).Select(g => new { g.Key, Sum = g.Sum(s => s.Quantity) }),
            """
            SELECT "s"."eventid" AS "key", CAST(COALESCE(SUM(CAST("s"."quantity" AS integer)), 0) AS integer) AS "sum"
            FROM "sale" AS "s"
            GROUP BY "s"."eventid"
            """);

    [Fact]
    public Task GroupBy_Sum_of_decimal()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.EventId).Select(g => new { g.Key, Sum = g.Sum(s => s.Price * s.Quantity) }),
            """
            SELECT "s"."eventid" AS "key", COALESCE(SUM("s"."price" * CAST("s"."quantity" AS decimal(5,0))), 0.0) AS "sum"
            FROM "sale" AS "s"
            GROUP BY "s"."eventid"
            """);

    [Fact]
    public Task GroupBy_Average_of_integer_is_not_cut_off()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.EventId).Select(g => new { g.Key, Average = g.Average(s => s.Quantity) }),
            """
            SELECT "s"."eventid" AS "key", AVG(CAST(CAST("s"."quantity" AS integer) AS double precision)) AS "average"
            FROM "sale" AS "s"
            GROUP BY "s"."eventid"
            """);

    [Fact]
    public Task GroupBy_Average_of_decimal()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.BuyerId).Select(g => new { g.Key, Average = Math.Round(g.Average(s => s.Price), 6) }),
            """
            SELECT "s"."buyerid" AS "key", ROUND(AVG(CAST("s"."price" AS decimal(38,12))), 6) AS "average"
            FROM "sale" AS "s"
            GROUP BY "s"."buyerid"
            """);

    [Fact]
    public Task GroupBy_Min_Max()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.EventId).Select(g => new { g.Key, First = g.Min(s => s.SoldAt), Last = g.Max(s => s.SoldAt) }),
            """
            SELECT "s"."eventid" AS "key", MIN("s"."soldat") AS "first", MAX("s"."soldat") AS "last"
            FROM "sale" AS "s"
            GROUP BY "s"."eventid"
            """);

    [Fact]
    public Task GroupBy_nullable_key()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.BuyerId).Select(g => new { g.Key, Count = g.Count() }),
            """
            SELECT "s"."buyerid" AS "key", CAST(COUNT(*) AS integer) AS "count"
            FROM "sale" AS "s"
            GROUP BY "s"."buyerid"
            """);

    [Fact]
    public Task GroupBy_several_keys()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => new { s.EventId, s.SoldAt.Year }).Select(g => new { g.Key.EventId, g.Key.Year, Count = g.Count() }),
            """
            SELECT "s0"."eventid", "s0"."year", CAST(COUNT(*) AS integer) AS "count"
            FROM (
                SELECT "s"."eventid", CAST(DATE_PART(year, "s"."soldat") AS integer) AS "year"
                FROM "sale" AS "s"
            ) AS "s0"
            GROUP BY "s0"."eventid", "s0"."year"
            """);

    [Fact]
    public Task GroupBy_boolean_key()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.BuyerId == null).Select(g => new { g.Key, Count = g.Count() }),
            """
            SELECT "s0"."key", CAST(COUNT(*) AS integer) AS "count"
            FROM (
                SELECT CASE
                    WHEN "s"."buyerid" IS NULL THEN TRUE
                    ELSE FALSE
                END AS "key"
                FROM "sale" AS "s"
            ) AS "s0"
            GROUP BY "s0"."key"
            """);

    [Fact]
    public Task GroupBy_with_predicate_in_aggregate()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.EventId).Select(g => new { g.Key, Big = g.Count(s => s.Quantity > 1), Total = g.Where(s => s.BuyerId != null).Sum(s => s.Price) }),
            """
            SELECT "s"."eventid" AS "key", CAST(COUNT(CASE
                WHEN "s"."quantity" > 1 THEN 1
            END) AS integer) AS "big", COALESCE(SUM(CASE
                WHEN "s"."buyerid" IS NOT NULL THEN "s"."price"
            END), 0.0) AS "total"
            FROM "sale" AS "s"
            GROUP BY "s"."eventid"
            """);

    // COUNT(DISTINCT …) does not count NULL.
    [Fact]
    public Task GroupBy_distinct_count()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.EventId).Select(g => new { g.Key, Buyers = g.Select(s => s.BuyerId).Distinct().Count() }),
            """
            SELECT "s"."eventid" AS "key", CAST(COUNT(DISTINCT ("s"."buyerid")) AS integer) AS "buyers"
            FROM "sale" AS "s"
            GROUP BY "s"."eventid"
            """,
            expected: rows => rows.GroupBy(s => s.EventId).Select(g => new { g.Key, Buyers = g.Select(s => s.BuyerId).Where(b => b != null).Distinct().Count() }));

    [Fact]
    public Task GroupBy_having()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.EventId).Where(g => g.Count() > 1).Select(g => g.Key),
            """
            SELECT "s"."eventid"
            FROM "sale" AS "s"
            GROUP BY "s"."eventid"
            HAVING CAST(COUNT(*) AS integer) > 1
            """);

    [Fact]
    public Task GroupBy_order_by_aggregate()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.EventId).OrderByDescending(g => g.Sum(s => s.Price)).ThenBy(g => g.Key).Select(g => g.Key),
            """
            SELECT "s"."eventid"
            FROM "sale" AS "s"
            GROUP BY "s"."eventid"
            ORDER BY COALESCE(SUM("s"."price"), 0.0) DESC, "s"."eventid"
            """,
            ordered: true);

    [Fact]
    public Task GroupBy_navigation_key()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.Event.Venue.Name).Select(g => new { g.Key, Sum = g.Sum(s => s.Price) }),
            """
            SELECT "v"."name" AS "key", COALESCE(SUM("s"."price"), 0.0) AS "sum"
            FROM "sale" AS "s"
            INNER JOIN "event" AS "e" ON "s"."eventid" = "e"."id"
            INNER JOIN "venue" AS "v" ON "e"."venueid" = "v"."id"
            GROUP BY "v"."name"
            """);

    [Fact]
    public Task GroupBy_constant()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => 1).Select(g => new { Count = g.Count(), Max = g.Max(s => s.Price) }),
            """
            SELECT CAST(COUNT(*) AS integer) AS "count", MAX("s0"."price") AS "max"
            FROM (
                SELECT "s"."price", 1 AS "key"
                FROM "sale" AS "s"
            ) AS "s0"
            GROUP BY "s0"."key"
            """);

    [Fact]
    public Task GroupBy_string_Join()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.GroupBy(e => e.VenueId).Select(g => new { g.Key, Names = string.Join(", ", g.OrderBy(e => e.Name).Select(e => e.Name)) }),
            """
            SELECT "e"."venueid" AS "key", COALESCE(LISTAGG("e"."name", ', ') WITHIN GROUP (ORDER BY "e"."name"), '') AS "names"
            FROM "event" AS "e"
            GROUP BY "e"."venueid"
            """);

    [Fact]
    public Task GroupBy_first()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.EventId).Select(g => g.OrderByDescending(s => s.Price).ThenBy(s => s.Id).First()),
            """
            SELECT "s3"."id", "s3"."buyerid", "s3"."eventid", "s3"."price", "s3"."quantity", "s3"."soldat"
            FROM (
                SELECT "s"."eventid"
                FROM "sale" AS "s"
                GROUP BY "s"."eventid"
            ) AS "s1"
            LEFT JOIN (
                SELECT "s2"."id", "s2"."buyerid", "s2"."eventid", "s2"."price", "s2"."quantity", "s2"."soldat"
                FROM (
                    SELECT "s0"."id", "s0"."buyerid", "s0"."eventid", "s0"."price", "s0"."quantity", "s0"."soldat", ROW_NUMBER() OVER(PARTITION BY "s0"."eventid" ORDER BY "s0"."price" DESC, "s0"."id") AS "row"
                    FROM "sale" AS "s0"
                ) AS "s2"
                WHERE "s2"."row" <= 1
            ) AS "s3" ON "s1"."eventid" = "s3"."eventid"
            """);

    [Fact]
    public Task GroupBy_take()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.GroupBy(s => s.EventId).Select(g => new { g.Key, Top = g.OrderByDescending(s => s.Price).ThenBy(s => s.Id).Take(2).ToList() }),
            """
            SELECT "s1"."eventid", "s3"."id", "s3"."buyerid", "s3"."eventid", "s3"."price", "s3"."quantity", "s3"."soldat"
            FROM (
                SELECT "s"."eventid"
                FROM "sale" AS "s"
                GROUP BY "s"."eventid"
            ) AS "s1"
            LEFT JOIN (
                SELECT "s2"."id", "s2"."buyerid", "s2"."eventid", "s2"."price", "s2"."quantity", "s2"."soldat"
                FROM (
                    SELECT "s0"."id", "s0"."buyerid", "s0"."eventid", "s0"."price", "s0"."quantity", "s0"."soldat", ROW_NUMBER() OVER(PARTITION BY "s0"."eventid" ORDER BY "s0"."price" DESC, "s0"."id") AS "row"
                    FROM "sale" AS "s0"
                ) AS "s2"
                WHERE "s2"."row" <= 2
            ) AS "s3" ON "s1"."eventid" = "s3"."eventid"
            ORDER BY "s1"."eventid", "s3"."eventid", "s3"."price" DESC, "s3"."id"
            """);

    [Fact]
    public Task GroupBy_subquery_per_group()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Event>().GroupBy(e => e.VenueId).Select(g => new { g.Key, Name = db.Rows<Venue>().Where(v => v.Id == g.Key).Select(v => v.Name).FirstOrDefault() }),
            """
            SELECT "e"."venueid" AS "key", "s"."name"
            FROM "event" AS "e"
            LEFT JOIN (
                SELECT "n"."name", "n"."id"
                FROM (
                    SELECT "v"."name", "v"."id", ROW_NUMBER() OVER(PARTITION BY "v"."id") AS "row"
                    FROM "venue" AS "v"
                ) AS "n"
                WHERE "n"."row" <= 1
            ) AS "s" ON "e"."venueid" = "s"."id"
            GROUP BY "e"."venueid", "s"."name"
            """);

    [Fact]
    public Task GroupBy_in_subquery()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.Events.GroupBy(e => e.Category).Any(g => g.Count() > 0)),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            WHERE EXISTS (
                SELECT 1
                FROM "event" AS "e"
                WHERE "v"."id" = "e"."venueid"
                GROUP BY "e"."category"
                HAVING CAST(COUNT(*) AS integer) > 0)
            """);
}
