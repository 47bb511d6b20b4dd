using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class PrimitiveCollectionsQueryTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public Task Inline_collection_Contains()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => new[] { 1, 3, 5 }.Contains(s.Id)),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."id" IN (1, 3, 5)
            """);

    [Fact]
    public Task Parameter_collection_Contains()
    {
        int[] ids = [1, 3, 5];

        return AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => ids.Contains(s.Id)),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."id" IN (@ids1, @ids2, @ids3)
            """);
    }

    [Fact]
    public Task Parameter_collection_of_six_is_padded_to_ten()
    {
        int[] ids = [1, 3, 5, 7, 9, 11];

        return AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => ids.Contains(s.Id)),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."id" IN (@ids1, @ids2, @ids3, @ids4, @ids5, @ids6, @ids7, @ids8, @ids9, @ids10)
            """);
    }

    [Fact]
    public Task Parameter_collection_empty()
    {
        int[] ids = [];

        return AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => ids.Contains(s.Id)),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE FALSE
            """);
    }

    [Fact]
    public Task Parameter_collection_with_null()
    {
        int?[] ids = [1, null];

        return AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => ids.Contains(s.BuyerId)),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."buyerid" IS NULL OR "s"."buyerid" = @ids1
            """);
    }

    [Fact]
    public Task Parameter_collection_not_Contains_with_null()
    {
        int?[] ids = [1, null];

        return AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => !ids.Contains(s.BuyerId)),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."buyerid" IS NOT NULL AND "s"."buyerid" <> @ids1
            """);
    }

    [Fact]
    public Task Parameter_collection_of_strings()
    {
        List<string> names = ["Bob's Bar", "a\\b"];

        return AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => names.Contains(v.Name)),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            WHERE "v"."name" IN (@names1, @names2)
            """);
    }

    [Fact]
    public Task Constant_collection_of_strings()
    {
        List<string> names = ["Bob's Bar", "a\\b"];

        return AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => EF.Constant(names).Contains(v.Name)),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            WHERE "v"."name" IN ('Bob''s Bar', 'a\\b')
            """,
            expected: rows => rows.Where(v => names.Contains(v.Name)));
    }

    [Fact]
    public Task Inline_collection_Any()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => new[] { 1, 2 }.Any(i => i > s.EventId)),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            LEFT JOIN (
                SELECT DISTINCT 1 AS "found", "v0"."eventid"
                FROM (
                    SELECT DISTINCT "o"."eventid"
                    FROM "sale" AS "o"
                ) AS "v0"
                CROSS JOIN (SELECT CAST(1 AS integer) AS "value" UNION ALL SELECT 2) AS "v"
                WHERE "v"."value" > "v0"."eventid"
            ) AS "s0" ON "s"."eventid" = "s0"."eventid"
            WHERE "s0"."found" IS NOT NULL
            """);

    [Fact]
    public Task Inline_collection_Count_with_column_predicate()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => new[] { 2, 999, 1000 }.Count(i => i > s.Id) == 2),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            LEFT JOIN (
                SELECT CAST(COUNT(*) AS integer) AS "value", "v0"."id"
                FROM (
                    SELECT DISTINCT "o"."id"
                    FROM "sale" AS "o"
                ) AS "v0"
                CROSS JOIN (SELECT CAST(2 AS integer) AS "value" UNION ALL SELECT 999 UNION ALL SELECT 1000) AS "v"
                WHERE "v"."value" > "v0"."id"
                GROUP BY "v0"."id"
            ) AS "s0" ON "s"."id" = "s0"."id"
            WHERE COALESCE("s0"."value", 0) = 2
            """);

    [Fact]
    public Task Inline_collection_Max()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => new[] { 3, s.Id }.Max() == 3),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE GREATEST(3, "s"."id") = 3
            """);

    [Fact]
    public Task Parameter_collection_Count()
    {
        int[] ids = [2, 999];

        return AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => ids.Count(i => i > s.Id) == 1),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            LEFT JOIN (
                SELECT CAST(COUNT(*) AS integer) AS "value", "v"."id"
                FROM (
                    SELECT DISTINCT "o"."id"
                    FROM "sale" AS "o"
                ) AS "v"
                CROSS JOIN (SELECT @ids1 AS "value" UNION ALL SELECT @ids2) AS "i"
                WHERE "i"."value" > "v"."id"
                GROUP BY "v"."id"
            ) AS "s0" ON "s"."id" = "s0"."id"
            WHERE COALESCE("s0"."value", 0) = 1
            """);
    }

    [Fact]
    public Task Local_list_ordered()
    {
        int[] ids = [7, 1, 3];

        return AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => ids.OrderBy(i => i).Take(2).Contains(s.Id)),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."id" IN (
                SELECT "i"."value"
                FROM (SELECT @ids1 AS "value" UNION ALL SELECT @ids2 UNION ALL SELECT @ids3) AS "i"
                ORDER BY "i"."value"
                LIMIT 2
            )
            """);
    }
}
