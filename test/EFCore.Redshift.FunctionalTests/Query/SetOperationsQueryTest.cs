using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class SetOperationsQueryTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public Task Union()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.City == "Berlin").Union(rows.Where(v => v.Seats > 30)),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            WHERE "v"."city" = 'Berlin'
            UNION
            SELECT "v0"."id", "v0"."city", "v0"."name", "v0"."seats"
            FROM "venue" AS "v0"
            WHERE "v0"."seats" > 30
            """);

    [Fact]
    public Task Concat()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.City == "Berlin").Concat(rows.Where(v => v.Seats > 30)),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            WHERE "v"."city" = 'Berlin'
            UNION ALL
            SELECT "v0"."id", "v0"."city", "v0"."name", "v0"."seats"
            FROM "venue" AS "v0"
            WHERE "v0"."seats" > 30
            """);

    [Fact]
    public Task Except()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.City == "Berlin").Except(rows.Where(v => v.Seats > 30)),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            WHERE "v"."city" = 'Berlin'
            EXCEPT
            SELECT "v0"."id", "v0"."city", "v0"."name", "v0"."seats"
            FROM "venue" AS "v0"
            WHERE "v0"."seats" > 30
            """);

    [Fact]
    public Task Intersect()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Where(v => v.City == "Berlin").Intersect(rows.Where(v => v.Seats > 30)),
            """
            SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
            FROM "venue" AS "v"
            WHERE "v"."city" = 'Berlin'
            INTERSECT
            SELECT "v0"."id", "v0"."city", "v0"."name", "v0"."seats"
            FROM "venue" AS "v0"
            WHERE "v0"."seats" > 30
            """);

    [Fact]
    public Task Union_of_pages()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.OrderBy(v => v.Id).Take(1).Union(rows.OrderByDescending(v => v.Id).Take(1)),
            """
            SELECT "v1"."id", "v1"."city", "v1"."name", "v1"."seats"
            FROM (
                SELECT "v"."id", "v"."city", "v"."name", "v"."seats"
                FROM "venue" AS "v"
                ORDER BY "v"."id"
                LIMIT 1
            ) AS "v1"
            UNION
            SELECT "v2"."id", "v2"."city", "v2"."name", "v2"."seats"
            FROM (
                SELECT "v0"."id", "v0"."city", "v0"."name", "v0"."seats"
                FROM "venue" AS "v0"
                ORDER BY "v0"."id" DESC
                LIMIT 1
            ) AS "v2"
            """);

    [Fact]
    public Task Union_nested_in_Except()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => v.Id).Except(rows.Where(v => v.Id == 1).Select(v => v.Id).Union(rows.Where(v => v.Id == 4).Select(v => v.Id))),
            """
            SELECT "v"."id"
            FROM "venue" AS "v"
            EXCEPT
            (
                SELECT "v0"."id"
                FROM "venue" AS "v0"
                WHERE "v0"."id" = 1
                UNION
                SELECT "v1"."id"
                FROM "venue" AS "v1"
                WHERE "v1"."id" = 4
            )
            """);

    [Fact]
    public Task Union_of_different_tables()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Venue>().Select(v => v.City).Union(db.Rows<Buyer>().Select(b => b.City)),
            """
            SELECT "v"."city"
            FROM "venue" AS "v"
            UNION
            SELECT "b"."city"
            FROM "buyer" AS "b"
            """);

    [Fact]
    public Task Union_with_null_columns()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => new { v.Id, City = v.City }).Concat(rows.Select(v => new { v.Id, City = (string?)null })),
            """
            SELECT "v"."id", "v"."city"
            FROM "venue" AS "v"
            UNION ALL
            SELECT "v0"."id", CAST(NULL AS varchar(65535)) AS "city"
            FROM "venue" AS "v0"
            """);

    [Fact]
    public Task Union_order_and_page()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => v.Id).Union(rows.Select(v => v.Id + 2)).OrderBy(i => i).Skip(1).Take(3),
            """
            SELECT "u"."id"
            FROM (
                SELECT "v"."id"
                FROM "venue" AS "v"
                UNION
                SELECT "v0"."id" + 2 AS "id"
                FROM "venue" AS "v0"
            ) AS "u"
            ORDER BY "u"."id"
            LIMIT 3 OFFSET 1
            """,
            ordered: true);

    [Fact]
    public Task Union_then_where_and_count()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.Select(v => v.Id).Concat(rows.Select(v => v.Id)).GroupBy(i => i).Select(g => new { g.Key, Count = g.Count() }),
            """
            SELECT "u"."id" AS "key", CAST(COUNT(*) AS integer) AS "count"
            FROM (
                SELECT "v"."id"
                FROM "venue" AS "v"
                UNION ALL
                SELECT "v0"."id"
                FROM "venue" AS "v0"
            ) AS "u"
            GROUP BY "u"."id"
            """);
}
