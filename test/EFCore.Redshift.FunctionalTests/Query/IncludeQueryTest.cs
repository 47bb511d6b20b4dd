using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class IncludeQueryTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public Task Include_collection()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Include(v => v.Events.OrderBy(e => e.Id)).OrderBy(v => v.Id),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats", "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid"
            FROM "venue" AS "v"
            LEFT JOIN "event" AS "e" ON "v"."id" = "e"."venueid"
            ORDER BY "v"."id", "e"."id"
            """,
            ordered: true);

    [Fact]
    public Task Include_reference()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Include(s => s.Event).ThenInclude(e => e.Venue),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat", "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid", "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "sale" AS "s"
            INNER JOIN "event" AS "e" ON "s"."eventid" = "e"."id"
            INNER JOIN "venue" AS "v" ON "e"."venueid" = "v"."id"
            """);

    [Fact]
    public Task Include_optional_reference()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Include(s => s.Buyer),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat", "b"."id", "b"."city", "b"."likesjazz", "b"."username"
            FROM "sale" AS "s"
            LEFT JOIN "buyer" AS "b" ON "s"."buyerid" = "b"."id"
            """);

    [Fact]
    public Task Include_filtered()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Include(e => e.Sales.Where(s => s.Quantity > 1).OrderByDescending(s => s.Price).Take(1)),
            """
            SELECT "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid", "s1"."id", "s1"."buyerid", "s1"."eventid", "s1"."price", "s1"."quantity", "s1"."soldat"
            FROM "event" AS "e"
            LEFT JOIN (
                SELECT "s0"."id", "s0"."buyerid", "s0"."eventid", "s0"."price", "s0"."quantity", "s0"."soldat"
                FROM (
                    SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat", ROW_NUMBER() OVER(PARTITION BY "s"."eventid" ORDER BY "s"."price" DESC) AS "row"
                    FROM "sale" AS "s"
                    WHERE "s"."quantity" > 1
                ) AS "s0"
                WHERE "s0"."row" <= 1
            ) AS "s1" ON "e"."id" = "s1"."eventid"
            ORDER BY "e"."id", "s1"."eventid", "s1"."price" DESC
            """);

    [Fact]
    public Task Include_two_collections()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Include(v => v.Events).ThenInclude(e => e.Sales),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats", "s0"."id", "s0"."category", "s0"."name", "s0"."startsat", "s0"."venueid", "s0"."id0", "s0"."buyerid", "s0"."eventid", "s0"."price", "s0"."quantity", "s0"."soldat"
            FROM "venue" AS "v"
            LEFT JOIN (
                SELECT "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid", "s"."id" AS "id0", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
                FROM "event" AS "e"
                LEFT JOIN "sale" AS "s" ON "e"."id" = "s"."eventid"
            ) AS "s0" ON "v"."id" = "s0"."venueid"
            ORDER BY "v"."id", "s0"."id"
            """);

    [Fact]
    public Task Include_split()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Include(v => v.Events).ThenInclude(e => e.Sales).OrderBy(v => v.Id).AsSplitQuery(),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            ORDER BY "v"."id"

            SELECT "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid", "v"."id"
            FROM "venue" AS "v"
            INNER JOIN "event" AS "e" ON "v"."id" = "e"."venueid"
            ORDER BY "v"."id", "e"."id"

            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat", "v"."id", "e"."id"
            FROM "venue" AS "v"
            INNER JOIN "event" AS "e" ON "v"."id" = "e"."venueid"
            INNER JOIN "sale" AS "s" ON "e"."id" = "s"."eventid"
            ORDER BY "v"."id", "e"."id"
            """);

    [Fact]
    public Task Include_split_with_page()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.OrderBy(v => v.Id).Take(2).Include(v => v.Events).AsSplitQuery(),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            ORDER BY "v"."id"
            LIMIT 2

            SELECT "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid", "v0"."id"
            FROM (
                SELECT "v"."id"
                FROM "venue" AS "v"
                ORDER BY "v"."id"
                LIMIT 2
            ) AS "v0"
            INNER JOIN "event" AS "e" ON "v0"."id" = "e"."venueid"
            ORDER BY "v0"."id"
            """);
}
