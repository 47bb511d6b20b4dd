using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class CorrelatedSubqueriesTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public Task First_scalar_per_row()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => new { v.Id, First = v.Events.OrderBy(e => e.StartsAt).Select(e => e.Name).FirstOrDefault() }),
            """
            SELECT "v"."id", "s"."name" AS "first"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT "n"."name", "n"."venueid"
                FROM (
                    SELECT "e"."name", "e"."venueid", ROW_NUMBER() OVER(PARTITION BY "e"."venueid" ORDER BY "e"."startsat") AS "row"
                    FROM "event" AS "e"
                ) AS "n"
                WHERE "n"."row" <= 1
            ) AS "s" ON "v"."id" = "s"."venueid"
            """);

    [Fact]
    public Task First_entity_per_row()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => new { v.Id, First = v.Events.OrderBy(e => e.StartsAt).FirstOrDefault() }),
            """
            SELECT "v"."id", "e1"."id", "e1"."category", "e1"."name", "e1"."startsat", "e1"."venueid"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT "e0"."id", "e0"."category", "e0"."name", "e0"."startsat", "e0"."venueid"
                FROM (
                    SELECT "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid", ROW_NUMBER() OVER(PARTITION BY "e"."venueid" ORDER BY "e"."startsat") AS "row"
                    FROM "event" AS "e"
                ) AS "e0"
                WHERE "e0"."row" <= 1
            ) AS "e1" ON "v"."id" = "e1"."venueid"
            """);

    [Fact]
    public Task Last_scalar_per_row_with_offset()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => new { v.Id, Second = v.Events.OrderBy(e => e.StartsAt).Skip(1).Select(e => e.Name).FirstOrDefault() }),
            """
            SELECT "v"."id", "s"."name" AS "second"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT "n"."name", "n"."venueid"
                FROM (
                    SELECT "e"."name", "e"."venueid", ROW_NUMBER() OVER(PARTITION BY "e"."venueid" ORDER BY "e"."startsat") AS "row"
                    FROM "event" AS "e"
                ) AS "n"
                WHERE 1 < "n"."row" AND "n"."row" <= 1 + 1
            ) AS "s" ON "v"."id" = "s"."venueid"
            """);

    [Fact]
    public Task First_in_predicate()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.Events.OrderBy(e => e.StartsAt).Select(e => e.Category).FirstOrDefault() == "Pop"),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT "n"."category", "n"."venueid"
                FROM (
                    SELECT "e"."category", "e"."venueid", ROW_NUMBER() OVER(PARTITION BY "e"."venueid" ORDER BY "e"."startsat") AS "row"
                    FROM "event" AS "e"
                ) AS "n"
                WHERE "n"."row" <= 1
            ) AS "s" ON "v"."id" = "s"."venueid"
            WHERE "s"."category" = 'Pop'
            """);

    [Fact]
    public Task First_in_ordering()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.OrderBy(v => v.Events.OrderBy(e => e.StartsAt).Select(e => e.Name).FirstOrDefault() ?? "").ThenBy(v => v.Id).Select(v => v.Id),
            """
            SELECT "v"."id"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT "n"."name", "n"."venueid"
                FROM (
                    SELECT "e"."name", "e"."venueid", ROW_NUMBER() OVER(PARTITION BY "e"."venueid" ORDER BY "e"."startsat") AS "row"
                    FROM "event" AS "e"
                ) AS "n"
                WHERE "n"."row" <= 1
            ) AS "s" ON "v"."id" = "s"."venueid"
            ORDER BY COALESCE("s"."name", ''), "v"."id"
            """,
            ordered: true);

    [Fact]
    public Task Count_by_inequality()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Event>().Select(e => new { e.Id, Later = db.Rows<Event>().Count(o => o.StartsAt > e.StartsAt) }),
            """
            SELECT "e"."id", COALESCE("s"."value", 0) AS "later"
            FROM "event" AS "e"
            LEFT JOIN (
                SELECT CAST(COUNT(*) AS integer) AS "value", "v"."startsat"
                FROM (
                    SELECT DISTINCT "o"."startsat"
                    FROM "event" AS "o"
                ) AS "v"
                CROSS JOIN "event" AS "e0"
                WHERE "e0"."startsat" > "v"."startsat"
                GROUP BY "v"."startsat"
            ) AS "s" ON "e"."startsat" = "s"."startsat"
            """);

    [Fact]
    public Task Sum_by_inequality_and_equality()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Select(e => new { e.Id, Sum = e.Sales.Where(s => s.Quantity > e.VenueId).Sum(s => s.Price) }),
            """
            SELECT "e"."id", COALESCE("s0"."value", 0.0) AS "sum"
            FROM "event" AS "e"
            LEFT JOIN (
                SELECT COALESCE(SUM("s"."price"), 0.0) AS "value", "v"."id", "v"."venueid"
                FROM (
                    SELECT DISTINCT "o"."id", "o"."venueid"
                    FROM "event" AS "o"
                ) AS "v"
                CROSS JOIN "sale" AS "s"
                WHERE "v"."id" = "s"."eventid" AND "s"."quantity" > "v"."venueid"
                GROUP BY "v"."id", "v"."venueid"
            ) AS "s0" ON "e"."id" = "s0"."id" AND "e"."venueid" = "s0"."venueid"
            """);

    [Fact]
    public Task Any_over_two_levels()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.Events.Any(e => e.Sales.Any(s => s.Quantity > v.Id))),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT DISTINCT 1 AS "found", "v0"."id"
                FROM (
                    SELECT DISTINCT "o"."id"
                    FROM "venue" AS "o"
                ) AS "v0"
                CROSS JOIN "event" AS "e"
                WHERE "v0"."id" = "e"."venueid" AND EXISTS (
                    SELECT 1
                    FROM "sale" AS "s"
                    WHERE "e"."id" = "s"."eventid" AND "s"."quantity" > "v0"."id")
            ) AS "s0" ON "v"."id" = "s0"."id"
            WHERE "s0"."found" IS NOT NULL
            """);

    [Fact]
    public Task All_over_two_levels()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.Events.All(e => e.Sales.All(s => s.Quantity != v.Id))),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT DISTINCT 1 AS "found", "v0"."id"
                FROM (
                    SELECT DISTINCT "o"."id"
                    FROM "venue" AS "o"
                ) AS "v0"
                CROSS JOIN "event" AS "e"
                WHERE "v0"."id" = "e"."venueid" AND EXISTS (
                    SELECT 1
                    FROM "sale" AS "s"
                    WHERE "e"."id" = "s"."eventid" AND "s"."quantity" = "v0"."id")
            ) AS "s0" ON "v"."id" = "s0"."id"
            WHERE "s0"."found" IS NULL
            """);

    [Fact]
    public Task Any_by_inequality()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Event>().Where(e => db.Rows<Event>().Any(o => o.StartsAt > e.StartsAt && o.Category == "Jazz")),
            """
            SELECT "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid"
            FROM "event" AS "e"
            LEFT JOIN (
                SELECT DISTINCT 1 AS "found", "v"."startsat"
                FROM (
                    SELECT DISTINCT "o"."startsat"
                    FROM "event" AS "o"
                ) AS "v"
                CROSS JOIN "event" AS "e0"
                WHERE "e0"."startsat" > "v"."startsat" AND "e0"."category" = 'Jazz'
            ) AS "s" ON "e"."startsat" = "s"."startsat"
            WHERE "s"."found" IS NOT NULL
            """);

    [Fact]
    public Task Any_over_page()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Where(e => e.Sales.OrderBy(s => s.Id).Take(2).Any(s => s.BuyerId == 2)),
            """
            SELECT "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid"
            FROM "event" AS "e"
            LEFT JOIN (
                SELECT DISTINCT 1 AS "found", "s0"."id"
                FROM (
                    SELECT "n"."buyerid", "n"."id"
                    FROM (
                        SELECT "s"."buyerid", "v"."id", ROW_NUMBER() OVER(PARTITION BY "v"."id" ORDER BY "s"."id") AS "row"
                        FROM (
                            SELECT DISTINCT "o"."id"
                            FROM "event" AS "o"
                        ) AS "v"
                        CROSS JOIN "sale" AS "s"
                        WHERE "v"."id" = "s"."eventid"
                    ) AS "n"
                    WHERE "n"."row" <= 2
                ) AS "s0"
                WHERE "s0"."buyerid" = 2
            ) AS "s1" ON "e"."id" = "s1"."id"
            WHERE "s1"."found" IS NOT NULL
            """);

    [Fact]
    public Task Contains_over_page()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Where(e => e.Sales.OrderByDescending(s => s.Id).Take(1).Select(s => s.BuyerId).Contains(3)),
            """
            SELECT "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid"
            FROM "event" AS "e"
            LEFT JOIN (
                SELECT DISTINCT 1 AS "found", "q"."id"
                FROM (
                    SELECT "n"."buyerid", "n"."id"
                    FROM (
                        SELECT "s"."buyerid", "v"."id", ROW_NUMBER() OVER(PARTITION BY "v"."id" ORDER BY "s"."id" DESC) AS "row"
                        FROM (
                            SELECT DISTINCT "o"."id"
                            FROM "event" AS "o"
                        ) AS "v"
                        CROSS JOIN "sale" AS "s"
                        WHERE "v"."id" = "s"."eventid"
                    ) AS "n"
                    WHERE "n"."row" <= 1
                ) AS "q"
                WHERE "q"."buyerid" = 3
            ) AS "s0" ON "e"."id" = "s0"."id"
            WHERE "s0"."found" IS NOT NULL
            """);

    [Fact]
    public Task Take_per_row()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Select(e => new { e.Id, Top = e.Sales.OrderByDescending(s => s.Price).ThenBy(s => s.Id).Take(2).ToList() }),
            """
            SELECT "e"."id", "s1"."id", "s1"."buyerid", "s1"."eventid", "s1"."price", "s1"."quantity", "s1"."soldat"
            FROM "event" AS "e"
            LEFT JOIN (
                SELECT "s0"."id", "s0"."buyerid", "s0"."eventid", "s0"."price", "s0"."quantity", "s0"."soldat"
                FROM (
                    SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat", ROW_NUMBER() OVER(PARTITION BY "s"."eventid" ORDER BY "s"."price" DESC, "s"."id") AS "row"
                    FROM "sale" AS "s"
                ) AS "s0"
                WHERE "s0"."row" <= 2
            ) AS "s1" ON "e"."id" = "s1"."eventid"
            ORDER BY "e"."id", "s1"."eventid", "s1"."price" DESC, "s1"."id"
            """);

    [Fact]
    public Task Skip_Take_per_row()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Select(e => new { e.Id, Page = e.Sales.OrderBy(s => s.Id).Skip(1).Take(1).Select(s => s.Id).ToList() }),
            """
            SELECT "e"."id", "s1"."id"
            FROM "event" AS "e"
            LEFT JOIN (
                SELECT "s0"."id", "s0"."eventid"
                FROM (
                    SELECT "s"."id", "s"."eventid", ROW_NUMBER() OVER(PARTITION BY "s"."eventid" ORDER BY "s"."id") AS "row"
                    FROM "sale" AS "s"
                ) AS "s0"
                WHERE 1 < "s0"."row" AND "s0"."row" <= 2
            ) AS "s1" ON "e"."id" = "s1"."eventid"
            ORDER BY "e"."id", "s1"."eventid", "s1"."id"
            """);

    [Fact]
    public Task Take_per_row_with_inequality()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Select(e => new { e.Id, Top = e.Sales.Where(s => s.Quantity > e.VenueId).OrderBy(s => s.Id).Take(2).Select(s => s.Id).ToList() }),
            """
            SELECT "e"."id", "s0"."id"
            FROM "event" AS "e"
            LEFT JOIN (
                SELECT "n"."id", "n"."id0", "n"."venueid"
                FROM (
                    SELECT "s"."id", "v"."id" AS "id0", "v"."venueid", ROW_NUMBER() OVER(PARTITION BY "v"."id", "v"."venueid" ORDER BY "s"."id") AS "row"
                    FROM (
                        SELECT DISTINCT "o"."id", "o"."venueid"
                        FROM "event" AS "o"
                    ) AS "v"
                    CROSS JOIN "sale" AS "s"
                    WHERE "v"."id" = "s"."eventid" AND "s"."quantity" > "v"."venueid"
                ) AS "n"
                WHERE "n"."row" <= 2
            ) AS "s0" ON "e"."id" = "s0"."id0" AND "e"."venueid" = "s0"."venueid"
            ORDER BY "e"."id", "s0"."id"
            """);

    [Fact]
    public Task Take_per_row_nested()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => new { v.Id, Events = v.Events.Where(e => e.Id > v.Id).OrderBy(e => e.Id).Take(2).Select(e => new { e.Name, Sales = e.Sales.Where(s => s.Quantity >= v.Id).OrderBy(s => s.Id).Take(1).Select(s => s.Id).ToList() }).ToList() }),
            """
            SELECT "v"."id", "s2"."name", "s2"."id", "s2"."id0"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT "e0"."name", "e0"."id", "s1"."id" AS "id0", "s1"."eventid", "v0"."id" AS "id1"
                FROM (
                    SELECT DISTINCT "o"."id"
                    FROM "venue" AS "o"
                ) AS "v0"
                INNER JOIN (
                    SELECT "n"."name", "n"."id", "n"."id0"
                    FROM (
                        SELECT "e"."name", "e"."id", "v1"."id" AS "id0", ROW_NUMBER() OVER(PARTITION BY "v1"."id" ORDER BY "e"."id") AS "row"
                        FROM (
                            SELECT DISTINCT "o0"."id"
                            FROM "venue" AS "o0"
                        ) AS "v1"
                        CROSS JOIN "event" AS "e"
                        WHERE "v1"."id" = "e"."venueid" AND "e"."id" > "v1"."id"
                    ) AS "n"
                    WHERE "n"."row" <= 2
                ) AS "e0" ON "v0"."id" = "e0"."id0"
                LEFT JOIN (
                    SELECT "s0"."id", "s0"."eventid", "s0"."id0"
                    FROM (
                        SELECT "s"."id", "s"."eventid", ROW_NUMBER() OVER(PARTITION BY "s"."eventid", "v2"."id" ORDER BY "s"."id") AS "row", "v2"."id" AS "id0"
                        FROM (
                            SELECT DISTINCT "o1"."id"
                            FROM "venue" AS "o1"
                        ) AS "v2"
                        CROSS JOIN "sale" AS "s"
                        WHERE "s"."quantity" >= "v2"."id"
                    ) AS "s0"
                    WHERE "s0"."row" <= 1
                ) AS "s1" ON "v0"."id" = "s1"."id0" AND "e0"."id" = "s1"."eventid"
            ) AS "s2" ON "v"."id" = "s2"."id1"
            ORDER BY "v"."id", "s2"."id", "s2"."eventid", "s2"."id0"
            """);

    [Fact]
    public Task SelectMany_Take()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.SelectMany(e => e.Sales.OrderBy(s => s.Id).Take(1)),
            """
            SELECT "s1"."id", "s1"."buyerid", "s1"."eventid", "s1"."price", "s1"."quantity", "s1"."soldat"
            FROM "event" AS "e"
            INNER JOIN (
                SELECT "s0"."id", "s0"."buyerid", "s0"."eventid", "s0"."price", "s0"."quantity", "s0"."soldat"
                FROM (
                    SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat", ROW_NUMBER() OVER(PARTITION BY "s"."eventid" ORDER BY "s"."id") AS "row"
                    FROM "sale" AS "s"
                ) AS "s0"
                WHERE "s0"."row" <= 1
            ) AS "s1" ON "e"."id" = "s1"."eventid"
            """);

    [Fact]
    public Task SelectMany_with_inequality_and_Take()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Event>().SelectMany(e => db.Rows<Event>().Where(o => o.StartsAt > e.StartsAt).OrderBy(o => o.StartsAt).ThenBy(o => o.Id).Take(1), (e, o) => new { A = e.Id, B = o.Id }),
            """
            SELECT "e"."id" AS "a", "e1"."id" AS "b"
            FROM "event" AS "e"
            INNER JOIN (
                SELECT "n"."id", "n"."startsat"
                FROM (
                    SELECT "e0"."id", "v"."startsat", ROW_NUMBER() OVER(PARTITION BY "v"."startsat" ORDER BY "e0"."startsat", "e0"."id") AS "row"
                    FROM (
                        SELECT DISTINCT "o"."startsat"
                        FROM "event" AS "o"
                    ) AS "v"
                    CROSS JOIN "event" AS "e0"
                    WHERE "e0"."startsat" > "v"."startsat"
                ) AS "n"
                WHERE "n"."row" <= 1
            ) AS "e1" ON "e"."startsat" = "e1"."startsat"
            """);

    [Fact]
    public Task SelectMany_projection_of_outer()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.SelectMany(v => v.Events.Select(e => new { Key = v.Id * 10 + e.Id, v.Name })),
            """
            SELECT "e0"."key", "e0"."name"
            FROM "venue" AS "v"
            INNER JOIN (
                SELECT "v0"."id" * 10 + "e"."id" AS "key", "v0"."name", "v0"."id", "v0"."name" AS "name0"
                FROM (
                    SELECT DISTINCT "o"."id", "o"."name"
                    FROM "venue" AS "o"
                ) AS "v0"
                CROSS JOIN "event" AS "e"
                WHERE "v0"."id" = "e"."venueid"
            ) AS "e0" ON "v"."id" = "e0"."id" AND "v"."name" = "e0"."name0"
            """);

    [Fact]
    public Task SelectMany_distinct()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.SelectMany(v => v.Events.Select(e => e.Category).Distinct(), (v, c) => new { v.Id, c }),
            """
            SELECT "v"."id", "e0"."category" AS "c"
            FROM "venue" AS "v"
            INNER JOIN (
                SELECT DISTINCT "e"."category", "e"."venueid"
                FROM "event" AS "e"
            ) AS "e0" ON "v"."id" = "e0"."venueid"
            """);

    [Fact]
    public Task SelectMany_aggregate_DefaultIfEmpty()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.SelectMany(v => v.Events.Where(e => e.Id > v.Id).Take(1).DefaultIfEmpty(), (v, e) => new { v.Id, Event = e == null ? null : e.Name }),
            """
            SELECT "v"."id", "e0"."name" AS "event"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT "n"."name", "n"."id"
                FROM (
                    SELECT "e"."name", "v0"."id", ROW_NUMBER() OVER(PARTITION BY "v0"."id") AS "row"
                    FROM (
                        SELECT DISTINCT "o"."id"
                        FROM "venue" AS "o"
                    ) AS "v0"
                    CROSS JOIN "event" AS "e"
                    WHERE "v0"."id" = "e"."venueid" AND "e"."id" > "v0"."id"
                ) AS "n"
                WHERE "n"."row" <= 1
            ) AS "e0" ON "v"."id" = "e0"."id"
            """);

    [Fact]
    public Task Distinct_list_per_row()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => new { v.Id, Categories = v.Events.Where(e => e.Category != null).Select(e => e.Category).Distinct().OrderBy(c => c).ToList() }),
            """
            SELECT "v"."id", "e0"."category"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT DISTINCT "e"."category", "e"."venueid"
                FROM "event" AS "e"
                WHERE "e"."category" IS NOT NULL
            ) AS "e0" ON "v"."id" = "e0"."venueid"
            ORDER BY "v"."id", "e0"."category"
            """);

    [Fact]
    public Task Grouped_list_per_row()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => new { v.Id, Groups = v.Events.Where(e => e.Category != null).GroupBy(e => e.Category).Select(g => new { g.Key, Count = g.Count(e => e.Id > v.Id) }).OrderBy(g => g.Key).ToList() }),
            """
            SELECT "v"."id", "e0"."key", "e0"."count"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT "e"."category" AS "key", CAST(COUNT(CASE
                    WHEN "e"."id" > "v0"."id" THEN 1
                END) AS integer) AS "count", "v0"."id"
                FROM (
                    SELECT DISTINCT "o"."id"
                    FROM "venue" AS "o"
                ) AS "v0"
                CROSS JOIN "event" AS "e"
                WHERE "v0"."id" = "e"."venueid" AND "e"."category" IS NOT NULL
                GROUP BY "e"."category", "v0"."id"
            ) AS "e0" ON "v"."id" = "e0"."id"
            ORDER BY "v"."id", "e0"."key"
            """);

    [Fact]
    public Task Union_per_row()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => new { v.Id, First = v.Events.Select(e => e.Name).Union(v.Events.Select(e => e.Category ?? "-")).OrderBy(n => n).FirstOrDefault() }),
            """
            SELECT "v"."id", "s"."name" AS "first"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT "n"."name", "n"."id"
                FROM (
                    SELECT "u"."name", "u"."id", ROW_NUMBER() OVER(PARTITION BY "u"."id" ORDER BY "u"."name") AS "row"
                    FROM (
                        SELECT "e"."name", "v0"."id"
                        FROM (
                            SELECT DISTINCT "o"."id"
                            FROM "venue" AS "o"
                        ) AS "v0"
                        CROSS JOIN "event" AS "e"
                        WHERE "v0"."id" = "e"."venueid"
                        UNION
                        SELECT COALESCE("e0"."category", '-') AS "name", "v1"."id"
                        FROM (
                            SELECT DISTINCT "o0"."id"
                            FROM "venue" AS "o0"
                        ) AS "v1"
                        CROSS JOIN "event" AS "e0"
                        WHERE "v1"."id" = "e0"."venueid"
                    ) AS "u"
                ) AS "n"
                WHERE "n"."row" <= 1
            ) AS "s" ON "v"."id" = "s"."id"
            """,
            expected: rows => rows.Select(v => new { v.Id, First = v.Events.Select(e => e.Name).Union(v.Events.Select(e => e.Category ?? "-")).OrderBy(n => n, StringComparer.Ordinal).FirstOrDefault() }));

    [Fact]
    public Task Count_of_page_per_row()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Select(e => new { e.Id, Count = e.Sales.OrderBy(s => s.Id).Take(2).Count() }),
            """
            SELECT "e"."id", COALESCE("s1"."value", 0) AS "count"
            FROM "event" AS "e"
            LEFT JOIN (
                SELECT CAST(COUNT(*) AS integer) AS "value", "s0"."id"
                FROM (
                    SELECT "n"."id"
                    FROM (
                        SELECT "v"."id", ROW_NUMBER() OVER(PARTITION BY "v"."id" ORDER BY "s"."id") AS "row"
                        FROM (
                            SELECT DISTINCT "o"."id"
                            FROM "event" AS "o"
                        ) AS "v"
                        CROSS JOIN "sale" AS "s"
                        WHERE "v"."id" = "s"."eventid"
                    ) AS "n"
                    WHERE "n"."row" <= 2
                ) AS "s0"
                GROUP BY "s0"."id"
            ) AS "s1" ON "e"."id" = "s1"."id"
            """);

    [Fact]
    public Task Average_per_row_of_none_is_null()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => new { v.Id, Average = v.Events.Where(e => e.Id > v.Id).Average(e => (int?)e.Id) }),
            """
            SELECT "v"."id", "s"."value" AS "average"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT AVG(CAST("e"."id" AS double precision)) AS "value", "v0"."id"
                FROM (
                    SELECT DISTINCT "o"."id"
                    FROM "venue" AS "o"
                ) AS "v0"
                CROSS JOIN "event" AS "e"
                WHERE "v0"."id" = "e"."venueid" AND "e"."id" > "v0"."id"
                GROUP BY "v0"."id"
            ) AS "s" ON "v"."id" = "s"."id"
            """);

    [Fact]
    public Task Max_of_two_levels()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => new { v.Id, Max = v.Events.SelectMany(e => e.Sales).Max(s => (decimal?)s.Price) }),
            """
            SELECT "v"."id", (
                SELECT MAX("s"."price")
                FROM "event" AS "e"
                INNER JOIN "sale" AS "s" ON "e"."id" = "s"."eventid"
                WHERE "v"."id" = "e"."venueid") AS "max"
            FROM "venue" AS "v"
            """);
}
