using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class PagingQueryTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public Task OrderBy()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.OrderBy(s => s.Price).ThenByDescending(s => s.Id),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            ORDER BY "s"."price", "s"."id" DESC
            """,
            ordered: true);

    [Fact]
    public Task Take()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.OrderBy(s => s.Id).Take(3),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            ORDER BY "s"."id"
            LIMIT 3
            """,
            ordered: true);

    [Fact]
    public Task Skip()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.OrderBy(s => s.Id).Skip(6),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            ORDER BY "s"."id"
            OFFSET 6
            """,
            ordered: true);

    [Fact]
    public Task Skip_Take()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.OrderByDescending(s => s.Id).Skip(2).Take(3),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            ORDER BY "s"."id" DESC
            LIMIT 3 OFFSET 2
            """,
            ordered: true);

    [Fact]
    public Task Skip_Take_parameters()
    {
        var (skip, take) = (1, 2);

        return AssertQuery(
            (IQueryable<Sale> rows) => rows.OrderBy(s => s.Id).Skip(skip).Take(take),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            ORDER BY "s"."id"
            LIMIT 2 OFFSET 1
            """,
            ordered: true);
    }

    [Fact]
    public Task Take_zero()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.OrderBy(s => s.Id).Take(0),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            ORDER BY "s"."id"
            LIMIT 0
            """);

    [Fact]
    public Task Take_then_where()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.OrderBy(s => s.Id).Take(4).Where(s => s.Quantity == 1),
            """
            SELECT "s0"."id", "s0"."buyerid", "s0"."eventid", "s0"."price", "s0"."quantity", "s0"."soldat"
            FROM (
                SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
                FROM "sale" AS "s"
                ORDER BY "s"."id"
                LIMIT 4
            ) AS "s0"
            WHERE "s0"."quantity" = 1
            ORDER BY "s0"."id"
            """);

    [Fact]
    public Task Take_then_count_per_group()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.OrderBy(s => s.Id).Take(5).GroupBy(s => s.EventId).Select(g => new { g.Key, Count = g.Count() }),
            """
            SELECT "s0"."eventid" AS "key", CAST(COUNT(*) AS integer) AS "count"
            FROM (
                SELECT "s"."eventid"
                FROM "sale" AS "s"
                ORDER BY "s"."id"
                LIMIT 5
            ) AS "s0"
            GROUP BY "s0"."eventid"
            """);

    [Fact]
    public Task Distinct_then_page()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.Select(s => s.EventId).Distinct().OrderBy(id => id).Skip(1).Take(2),
            """
            SELECT "s0"."eventid"
            FROM (
                SELECT DISTINCT "s"."eventid"
                FROM "sale" AS "s"
            ) AS "s0"
            ORDER BY "s0"."eventid"
            LIMIT 2 OFFSET 1
            """,
            ordered: true);

    [Fact]
    public Task OrderBy_constant_is_left_out()
        => AssertQuery(
            (IQueryable<Sale> rows) => rows.OrderBy(s => 1).ThenBy(s => s.Id).Select(s => s.Id),
            """
            SELECT "s"."id"
            FROM "sale" AS "s"
            ORDER BY "s"."id"
            """,
            ordered: true);

    [Fact]
    public Task Keyset_paging()
    {
        var (price, id) = (10.01m, 7);

        return AssertQuery(
            (IQueryable<Sale> rows) => rows.Where(s => s.Price > price || (s.Price == price && s.Id > id)).OrderBy(s => s.Price).ThenBy(s => s.Id).Take(3),
            """
            SELECT "s"."id", "s"."buyerid", "s"."eventid", "s"."price", "s"."quantity", "s"."soldat"
            FROM "sale" AS "s"
            WHERE "s"."price" > @price OR ("s"."price" = @price AND "s"."id" > @id)
            ORDER BY "s"."price", "s"."id"
            LIMIT 3
            """,
            ordered: true);
    }
}
