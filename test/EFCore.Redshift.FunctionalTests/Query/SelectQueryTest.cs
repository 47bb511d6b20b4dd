using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class SelectQueryTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public Task Select_scalar()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Select(s => s.Price),
            """
            SELECT "s"."price"
            FROM "sale" AS "s"
            """);

    [Fact]
    public Task Select_anonymous()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Select(s => new { s.Id, Total = s.Price * s.Quantity }),
            """
            SELECT "s"."id", "s"."price" * CAST("s"."quantity" AS decimal(5,0)) AS "total"
            FROM "sale" AS "s"
            """);

    [Fact]
    public Task Select_constant()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Select(s => new { s.Id, One = 1, Name = "x" }),
            """
            SELECT "s"."id", 1 AS "one", 'x' AS "name"
            FROM "sale" AS "s"
            """);

    [Fact]
    public Task Select_bool_comparison()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Select(s => new { s.Id, Many = s.Quantity > 1 }),
            """
            SELECT "s"."id", "s"."quantity" > 1 AS "many"
            FROM "sale" AS "s"
            """);

    [Fact]
    public Task Select_is_null()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Select(s => new { s.Id, Anonymous = s.BuyerId == null }),
            """
            SELECT "s"."id", CASE
                WHEN "s"."buyerid" IS NULL THEN TRUE
                ELSE FALSE
            END AS "anonymous"
            FROM "sale" AS "s"
            """);

    [Fact]
    public Task Select_any()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => new { v.Id, HasEvents = v.Events.Any() }),
            """
            SELECT "v"."id", CASE
                WHEN EXISTS (
                    SELECT 1
                    FROM "event" AS "e"
                    WHERE "v"."id" = "e"."venueid") THEN TRUE
                ELSE FALSE
            END AS "hasevents"
            FROM "venue" AS "v"
            """);

    [Fact]
    public Task Select_in()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Select(s => new { s.Id, Early = new[] { 1, 2 }.Contains(s.EventId) }),
            """
            SELECT "s"."id", CASE
                WHEN "s"."eventid" IN (1, 2) THEN TRUE
                ELSE FALSE
            END AS "early"
            FROM "sale" AS "s"
            """);

    [Fact]
    public Task Select_and_of_conditions()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Select(s => new { s.Id, X = s.BuyerId != null && s.Event.Category == null }),
            """
            SELECT "s"."id", CASE
                WHEN "s"."buyerid" IS NOT NULL AND "e"."category" IS NULL THEN TRUE
                ELSE FALSE
            END AS "x"
            FROM "sale" AS "s"
            INNER JOIN "event" AS "e" ON "s"."eventid" = "e"."id"
            """);

    [Fact]
    public Task Select_navigation()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Select(s => new { s.Id, s.Event.Name, s.Event.Venue.City }),
            """
            SELECT "s"."id", "e"."name", "v"."city"
            FROM "sale" AS "s"
            INNER JOIN "event" AS "e" ON "s"."eventid" = "e"."id"
            INNER JOIN "venue" AS "v" ON "e"."venueid" = "v"."id"
            """);

    [Fact]
    public Task Select_optional_navigation()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Select(s => new { s.Id, Name = s.Buyer == null ? "nobody" : s.Buyer.UserName }),
            """
            SELECT "s"."id", CASE
                WHEN "b"."id" IS NULL THEN 'nobody'
                ELSE "b"."username"
            END AS "name"
            FROM "sale" AS "s"
            LEFT JOIN "buyer" AS "b" ON "s"."buyerid" = "b"."id"
            """);

    [Fact]
    public Task Select_entity()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Select(s => s.Event).Distinct(),
            """
            SELECT DISTINCT "e"."id", "e"."category", "e"."name", "e"."startsat", "e"."venueid"
            FROM "sale" AS "s"
            INNER JOIN "event" AS "e" ON "s"."eventid" = "e"."id"
            """);

    [Fact]
    public Task Select_count_of_collection()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => new { v.Id, v.Events.Count }),
            """
            SELECT "v"."id", (
                SELECT CAST(COUNT(*) AS integer)
                FROM "event" AS "e"
                WHERE "v"."id" = "e"."venueid") AS "count"
            FROM "venue" AS "v"
            """);

    [Fact]
    public Task Select_sum_of_collection()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Select(e => new { e.Id, Total = e.Sales.Sum(s => s.Price) }),
            """
            SELECT "e"."id", (
                SELECT COALESCE(SUM("s"."price"), 0.0)
                FROM "sale" AS "s"
                WHERE "e"."id" = "s"."eventid") AS "total"
            FROM "event" AS "e"
            """);

    [Fact]
    public Task Select_average_of_collection()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Select(e => new { e.Id, Average = e.Sales.Average(s => (int?)s.Quantity) }),
            """
            SELECT "e"."id", (
                SELECT AVG(CAST(CAST("s"."quantity" AS integer) AS double precision))
                FROM "sale" AS "s"
                WHERE "e"."id" = "s"."eventid") AS "average"
            FROM "event" AS "e"
            """);

    [Fact]
    public Task Select_count_of_collection_with_predicate()
        => AssertQuery(
            (IQueryable<Event> rows) => rows.Select(e => new { e.Id, Big = e.Sales.Count(s => s.Quantity > 1) }),
            """
            SELECT "e"."id", (
                SELECT CAST(COUNT(*) AS integer)
                FROM "sale" AS "s"
                WHERE "e"."id" = "s"."eventid" AND "s"."quantity" > 1) AS "big"
            FROM "event" AS "e"
            """);

    [Fact]
    public Task Select_order_by_boolean()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.OrderBy(s => s.BuyerId == null).ThenBy(s => s.Id).Select(s => s.Id),
            """
            SELECT "s"."id"
            FROM "sale" AS "s"
            ORDER BY CASE
                WHEN "s"."buyerid" IS NULL THEN TRUE
                ELSE FALSE
            END, "s"."id"
            """,
            ordered: true);

    [Fact]
    public Task Select_coalesce()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => v.City ?? "unknown"),
            """
            SELECT COALESCE("v"."city", 'unknown')
            FROM "venue" AS "v"
            """);

    [Fact]
    public Task Select_distinct()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Select(s => s.Quantity).Distinct(),
            """
            SELECT DISTINCT "s"."quantity"
            FROM "sale" AS "s"
            """);

    [Fact]
    public Task Select_conditional_null()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => v.Seats == 0 ? null : v.Seats),
            """
            SELECT NULLIF("v"."seats", 0)
            FROM "venue" AS "v"
            """);
}
