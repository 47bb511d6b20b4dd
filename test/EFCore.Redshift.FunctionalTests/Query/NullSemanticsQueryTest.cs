using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class NullSemanticsQueryTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public Task A_nullable_column_in_a_subquery_of_nullable_values()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Buyer>().Where(b => db.Rows<Venue>().Select(v => v.City).Contains(b.City)).Select(b => b.Id),
            """
            SELECT "b"."id"
            FROM "buyer" AS "b"
            WHERE EXISTS (
                SELECT 1
                FROM "venue" AS "v"
                WHERE COALESCE("v"."city", '') = COALESCE("b"."city", '') AND CASE
                    WHEN "v"."city" IS NULL THEN 1
                    ELSE 0
                END = CASE
                    WHEN "b"."city" IS NULL THEN 1
                    ELSE 0
                END)
            """);

    [Fact]
    public Task A_nullable_column_not_in_a_subquery_of_nullable_values()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Venue>().Where(v => !db.Rows<Buyer>().Select(b => b.City).Contains(v.City)).Select(v => v.Id),
            """
            SELECT "v"."id"
            FROM "venue" AS "v"
            WHERE NOT EXISTS (
                SELECT 1
                FROM "buyer" AS "b"
                WHERE COALESCE("b"."city", '') = COALESCE("v"."city", '') AND CASE
                    WHEN "b"."city" IS NULL THEN 1
                    ELSE 0
                END = CASE
                    WHEN "v"."city" IS NULL THEN 1
                    ELSE 0
                END)
            """);

    [Fact]
    public Task Membership_of_nullable_values_as_a_value()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Buyer>().Select(b => new { b.Id, IsIn = db.Rows<Venue>().Select(v => v.City).Contains(b.City) }),
            """
            SELECT "b"."id", CASE
                WHEN EXISTS (
                    SELECT 1
                    FROM "venue" AS "v"
                    WHERE COALESCE("v"."city", '') = COALESCE("b"."city", '') AND CASE
                        WHEN "v"."city" IS NULL THEN 1
                        ELSE 0
                    END = CASE
                        WHEN "b"."city" IS NULL THEN 1
                        ELSE 0
                    END) THEN TRUE
                ELSE FALSE
            END AS "isin"
            FROM "buyer" AS "b"
            """);

    [Fact]
    public Task All_with_an_inequality_of_nullable_columns()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Buyer>().Where(b => db.Rows<Venue>().Where(v => v.Id > 1).All(v => v.City != b.City)).Select(b => b.Id),
            """
            SELECT "b"."id"
            FROM "buyer" AS "b"
            WHERE NOT EXISTS (
                SELECT 1
                FROM "venue" AS "v"
                WHERE "v"."id" > 1 AND COALESCE("v"."city", '') = COALESCE("b"."city", '') AND CASE
                    WHEN "v"."city" IS NULL THEN 1
                    ELSE 0
                END = CASE
                    WHEN "b"."city" IS NULL THEN 1
                    ELSE 0
                END)
            """);

    [Fact]
    public Task A_count_of_rows_with_an_equal_nullable_column()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Buyer>().Select(b => new { b.Id, Count = db.Rows<Venue>().Count(v => v.City == b.City) }),
            """
            SELECT "b"."id", (
                SELECT CAST(COUNT(*) AS integer)
                FROM "venue" AS "v"
                WHERE COALESCE("v"."city", '') = COALESCE("b"."city", '') AND CASE
                    WHEN "v"."city" IS NULL THEN 1
                    ELSE 0
                END = CASE
                    WHEN "b"."city" IS NULL THEN 1
                    ELSE 0
                END) AS "count"
            FROM "buyer" AS "b"
            """);

    [Fact]
    public Task A_count_of_rows_with_an_equal_nullable_number()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Sale>().Select(s => new { s.Id, Count = db.Rows<Sale>().Count(o => o.BuyerId == s.BuyerId) }),
            """
            SELECT "s"."id", (
                SELECT CAST(COUNT(*) AS integer)
                FROM "sale" AS "s0"
                WHERE COALESCE("s0"."buyerid", 0) = COALESCE("s"."buyerid", 0) AND CASE
                    WHEN "s0"."buyerid" IS NULL THEN 1
                    ELSE 0
                END = CASE
                    WHEN "s"."buyerid" IS NULL THEN 1
                    ELSE 0
                END) AS "count"
            FROM "sale" AS "s"
            """);

    [Fact]
    public Task Count_over_groups_of_nulls()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Venue>().Select(v => v.City).Concat(db.Rows<Buyer>().Select(b => b.City)).GroupBy(c => c).Select(g => new { g.Key, Count = g.Count() }),
            """
            SELECT "u"."city" AS "key", CAST(COUNT(*) AS integer) AS "count"
            FROM (
                SELECT "v"."city"
                FROM "venue" AS "v"
                UNION ALL
                SELECT "b"."city"
                FROM "buyer" AS "b"
            ) AS "u"
            GROUP BY "u"."city"
            """);

    [Fact]
    public Task Arithmetic_of_short_columns_is_that_of_integers()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Sale>().Select(s => new { s.Id, Sum = s.Quantity + s.Quantity, Product = s.Quantity * 20000 }),
            """
            SELECT "s"."id", CAST("s"."quantity" AS integer) + CAST("s"."quantity" AS integer) AS "sum", CAST("s"."quantity" AS integer) * 20000 AS "product"
            FROM "sale" AS "s"
            """);
}
