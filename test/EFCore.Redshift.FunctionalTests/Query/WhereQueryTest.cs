using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class WhereQueryTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public Task Where_simple()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => s.Quantity > 1),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."quantity" > 1
            """);

    [Fact]
    public Task Where_simple_closure()
    {
        var price = 19.99m;

        return AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => s.Price == price),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."price" = @price
            """);
    }

    [Fact]
    public Task Where_and_or()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => (s.Quantity == 1 && s.Price > 0) || s.EventId == 4),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE ("s"."quantity" = 1 AND "s"."price" > 0.0) OR "s"."eventid" = 4
            """);

    [Fact]
    public Task Where_bool_constant()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => false),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE FALSE
            """);

    [Fact]
    public Task Where_comparison_to_nullable_null()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => s.BuyerId == null),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."buyerid" IS NULL
            """);

    [Fact]
    public Task Where_not_equal_nullable()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => s.BuyerId != 1),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."buyerid" <> 1 OR "s"."buyerid" IS NULL
            """);

    [Fact]
    public Task Where_equal_nullable_columns()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.City != null == (v.Seats > 0)),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            WHERE CASE
                WHEN "v"."city" IS NOT NULL THEN TRUE
                ELSE FALSE
            END = CASE
                WHEN "v"."seats" > 0 THEN TRUE
                ELSE FALSE
            END
            """);

    [Fact]
    public Task Where_nullable_bool()
        => AssertQuery(
            (IQueryable<Buyer> rows) => rows.Where(b => b.LikesJazz != true),
            """
            SELECT "b"."id", "b"."city", "b"."likesjazz", "b"."username"
            FROM "buyer" AS "b"
            WHERE "b"."likesjazz" <> TRUE OR "b"."likesjazz" IS NULL
            """);

    [Fact]
    public Task Where_navigation()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => s.Event.Venue.City == "Berlin"),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            INNER JOIN "event" AS "e" ON "s"."eventid" = "e"."id"
            INNER JOIN "venue" AS "v" ON "e"."venueid" = "v"."id"
            WHERE "v"."city" = 'Berlin'
            """);

    [Fact]
    public Task Where_optional_navigation()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => s.Buyer!.City == "Paris"),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            LEFT JOIN "buyer" AS "b" ON "s"."buyerid" = "b"."id"
            WHERE "b"."city" = 'Paris'
            """,
            expected: rows => rows.Where(s => s.Buyer != null && s.Buyer.City == "Paris"));

    [Fact]
    public Task Where_optional_navigation_null()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => s.Buyer!.City == null),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            LEFT JOIN "buyer" AS "b" ON "s"."buyerid" = "b"."id"
            WHERE "b"."city" IS NULL
            """,
            expected: rows => rows.Where(s => s.Buyer == null || s.Buyer.City == null));

    [Fact]
    public Task Where_collection_any()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.Events.Any()),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            WHERE EXISTS (
                SELECT 1
                FROM "event" AS "e"
                WHERE "v"."id" = "e"."venueid")
            """);

    [Fact]
    public Task Where_collection_any_predicate()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.Events.Any(e => e.Category == "Jazz")),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            WHERE EXISTS (
                SELECT 1
                FROM "event" AS "e"
                WHERE "v"."id" = "e"."venueid" AND "e"."category" = 'Jazz')
            """);

    [Fact]
    public Task Where_collection_all()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.Events.All(e => e.Category == "Jazz")),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            WHERE NOT EXISTS (
                SELECT 1
                FROM "event" AS "e"
                WHERE "v"."id" = "e"."venueid" AND ("e"."category" <> 'Jazz' OR "e"."category" IS NULL))
            """);

    [Fact]
    public Task Where_collection_count()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.Events.Count > 1),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            WHERE (
                SELECT CAST(COUNT(*) AS integer)
                FROM "event" AS "e"
                WHERE "v"."id" = "e"."venueid") > 1
            """);

    [Fact]
    public Task Where_collection_sum()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Where(e => e.Sales.Sum(s => s.Quantity) >= 4),
            """
            SELECT "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid"
            FROM "event" AS "e"
            WHERE (
                SELECT CAST(COALESCE(SUM(CAST("s"."quantity" AS integer)), 0) AS integer)
                FROM "sale" AS "s"
                WHERE "e"."id" = "s"."eventid") >= 4
            """);

    [Fact]
    public Task Where_collection_max()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Where(e => e.Sales.Max(s => (decimal?)s.Price) > 50),
            """
            SELECT "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid"
            FROM "event" AS "e"
            WHERE (
                SELECT MAX("s"."price")
                FROM "sale" AS "s"
                WHERE "e"."id" = "s"."eventid") > 50.0
            """);

    [Fact]
    public Task Where_Contains_subquery()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Sale>().Where(s => db.Rows<Event>().Where(e => e.Category == "Jazz").Select(e => e.Id).Contains(s.EventId)),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."eventid" IN (
                SELECT "e"."id"
                FROM "event" AS "e"
                WHERE "e"."category" = 'Jazz'
            )
            """);

    [Fact]
    public Task Where_not_Contains_subquery_with_nulls()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Buyer>().Where(b => !db.Rows<Sale>().Select(s => s.BuyerId).Contains(b.Id)),
            """
            SELECT "b"."id", "b"."city", "b"."likesjazz", "b"."username"
            FROM "buyer" AS "b"
            WHERE NOT (COALESCE(CASE
                WHEN "b"."id" IN (
                    SELECT "s"."buyerid"
                    FROM "sale" AS "s"
                ) THEN TRUE
                ELSE FALSE
            END, FALSE))
            """);

    [Fact]
    public Task Where_comparison_of_dates()
    {
        var from = new DateTime(2024, 2, 1);

        return AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => s.SoldAt >= from && s.SoldAt < from.AddMonths(1)),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."soldat" >= @from AND "s"."soldat" < @AddMonths
            """);
    }

    [Fact]
    public Task Where_conditional()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => (s.BuyerId == null ? 0 : s.Quantity) > 1),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE CASE
                WHEN "s"."buyerid" IS NULL THEN 0
                ELSE CAST("s"."quantity" AS integer)
            END > 1
            """);
}
