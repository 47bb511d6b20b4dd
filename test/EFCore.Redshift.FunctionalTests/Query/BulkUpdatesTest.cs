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
            ?Delete_where?
            """);

    [Fact]
    public Task Delete_all()
        => AssertBulk<Sale>(
            rows => rows.ExecuteDeleteAsync(),
            8,
            """
            ?Delete_all?
            """);

    [Fact]
    public Task Delete_where_navigation()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.Event.Category == "Jazz").ExecuteDeleteAsync(),
            2,
            """
            ?Delete_where_navigation?
            """);

    [Fact]
    public Task Delete_where_optional_navigation()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.Buyer!.City == null).ExecuteDeleteAsync(),
            3,
            """
            ?Delete_where_optional_navigation?
            """);

    [Fact]
    public Task Delete_where_exists()
        => AssertBulk<Event>(
            rows => rows.Where(e => !e.Sales.Any()).ExecuteDeleteAsync(),
            1,
            """
            ?Delete_where_exists?
            """);

    [Fact]
    public Task Delete_page()
        => AssertBulk<Sale>(
            rows => rows.OrderBy(s => s.Id).Skip(1).Take(2).ExecuteDeleteAsync(),
            2,
            """
            ?Delete_page?
            """);

    [Fact]
    public Task Update_constant()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.EventId == 1).ExecuteUpdateAsync(s => s.SetProperty(x => x.Price, 1m)),
            3,
            """
            ?Update_constant?
            """);

    [Fact]
    public Task Update_of_several_columns_by_their_values()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.Quantity > 1)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Price, x => x.Price * 2).SetProperty(x => x.BuyerId, (int?)null)),
            5,
            """
            ?Update_of_several_columns_by_their_values?
            """);

    [Fact]
    public Task Update_where_navigation()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.Event.Venue.City == "Berlin").ExecuteUpdateAsync(s => s.SetProperty(x => x.Price, 0m)),
            6,
            """
            ?Update_where_navigation?
            """);

    [Fact]
    public Task Update_where_optional_navigation()
        => AssertBulk<Sale>(
            rows => rows.Where(s => s.Buyer!.City == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.Price, 0m)),
            3,
            """
            ?Update_where_optional_navigation?
            """);

    [Fact]
    public Task Update_from_subquery()
        => AssertBulk<Event>(
            rows => rows.ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, x => x.Venue.Name)),
            5,
            """
            ?Update_from_subquery?
            """);

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
