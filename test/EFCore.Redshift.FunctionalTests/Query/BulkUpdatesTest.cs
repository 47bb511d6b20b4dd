using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.Query;

/// <summary>ExecuteUpdate and ExecuteDelete, each in a transaction that is rolled back.</summary>
public sealed class BulkUpdatesTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public Task Delete_where()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.Quantity == 1).ExecuteDeleteAsync(),
            3,
            """
            DELETE FROM "sale"
            WHERE "sale"."quantity" = 1
            """);

    [Fact]
    public Task Delete_all()
        => AssertBulk<Sale>(
            rows => rows.ExecuteDeleteAsync(),
            8,
            """
            DELETE FROM "sale"
            """);

    [Fact]
    public Task Delete_where_navigation()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.Event.Category == "Jazz").ExecuteDeleteAsync(),
            2,
            """
            DELETE FROM "sale"
            USING "event" AS "e"
            WHERE "sale"."eventid" = "e"."id" AND "e"."category" = 'Jazz'
            """);

    [Fact]
    public Task Delete_where_optional_navigation()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.Buyer!.City == null).ExecuteDeleteAsync(),
            3,
            """
            DELETE FROM "sale"
            WHERE "sale"."id" IN (
                SELECT "s0"."id"
                FROM "sale" AS "s0"
                LEFT JOIN "buyer" AS "b" ON "s0"."buyerid" = "b"."id"
                WHERE "b"."city" IS NULL
            )
            """);

    [Fact]
    public Task Delete_where_exists()
        => AssertBulk<Event>(
            rows => rows.Where(e => !e.Sales.Any()).ExecuteDeleteAsync(),
            1,
            """
            DELETE FROM "event"
            WHERE NOT EXISTS (
                SELECT 1
                FROM "sale" AS "s"
                WHERE "event"."id" = "s"."eventid")
            """);

    [Fact]
    public Task Delete_page()
        => AssertBulk<Sale>(
            rows => rows.OrderBy(s => s.Id).Skip(1).Take(2).ExecuteDeleteAsync(),
            2,
            """
            DELETE FROM "sale"
            WHERE "sale"."id" IN (
                SELECT "s0"."id"
                FROM "sale" AS "s0"
                ORDER BY "s0"."id"
                LIMIT 2 OFFSET 1
            )
            """);

    [Fact]
    public Task Update_constant()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.EventId == 1).ExecuteUpdateAsync(s => s.SetProperty(x => x.Price, 1m)),
            3,
            """
            UPDATE "sale" AS "s"
            SET "price" = @p
            WHERE "s"."eventid" = 1
            """);

    [Fact]
    public Task Update_of_several_columns_by_their_values()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.Quantity > 1)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Price, x => x.Price * 2).SetProperty(x => x.BuyerId, (int?)null)),
            5,
            """
            UPDATE "sale" AS "s"
            SET "price" = "s"."price" * 2.0,
                "buyerid" = NULL
            WHERE "s"."quantity" > 1
            """);

    [Fact]
    public Task Update_where_navigation()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.Event.Venue.City == "Berlin").ExecuteUpdateAsync(s => s.SetProperty(x => x.Price, 0m)),
            6,
            """
            UPDATE "sale" AS "s"
            SET "price" = @p
            FROM "event" AS "e"
            INNER JOIN "venue" AS "v" ON "e"."venueid" = "v"."id"
            WHERE "s"."eventid" = "e"."id" AND "v"."city" = 'Berlin'
            """);

    [Fact]
    public Task Update_where_optional_navigation()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.Buyer!.City == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.Price, 0m)),
            3,
            """
            UPDATE "sale" AS "s0"
            SET "price" = @p
            FROM (
                SELECT "s"."id"
                FROM "sale" AS "s"
                LEFT JOIN "buyer" AS "b" ON "s"."buyerid" = "b"."id"
                WHERE "b"."city" IS NULL
            ) AS "s1"
            WHERE "s0"."id" = "s1"."id"
            """);

    [Fact]
    public Task Update_from_other_table_by_inequality_is_refused()
        => AssertRefusedBulk<InvalidOperationException>(
            context => context.Set<Sale>()
                .Join(context.Set<Event>(), s => true, e => true, (s, e) => new { s, e })
                .Where(x => x.s.Quantity > x.e.VenueId)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.s.Price, x => x.e.Id)),
            "equijoin");

    // EF itself cannot; the day it can is noticed here.
    [Fact]
    public Task Update_by_a_navigation_is_not_possible_in_EF()
        => AssertRefusedBulk<ArgumentException>(
            context => context.Set<Event>().ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, x => x.Venue.Name)),
            "is not defined for type");

    private async Task AssertRefusedBulk<TException>(Func<TickitContext, Task<int>> operation, string message)
        where TException : Exception
    {
        await using var context = Fixture.CreateContext();

        var exception = await Assert.ThrowsAsync<TException>(() => operation(context));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    private async Task AssertBulk<TEntity>(Func<IQueryable<TEntity>, Task<int>> operation, int expectedRows, string sql)
        where TEntity : class
    {
        await using var context = Fixture.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        Fixture.Log.Clear();

        var rows = await operation(context.Set<TEntity>());

        AssertSql(sql);
        Assert.Equal(expectedRows, rows);
    }
}
