using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class FromSqlQueryTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public async Task FromSql_composed_with_a_parameter()
    {
        await using var context = Fixture.CreateContext();
        Fixture.Log.Clear();
        var city = "Berlin";

        var names = await context.Set<Venue>()
            .FromSql($"SELECT * FROM venue WHERE city = {city}")
            .Where(v => v.Events.Any())
            .OrderBy(v => v.Id)
            .Select(v => v.Name)
            .ToListAsync();

        AssertSql(
            """
            SELECT "e"."name"
            FROM (
                SELECT * FROM venue WHERE city = @p0
            ) AS "e"
            WHERE EXISTS (
                SELECT 1
                FROM "event" AS "e0"
                WHERE "e"."id" = "e0"."venueid")
            ORDER BY "e"."id"
            """);
        Assert.Equal(["Arena", "Bob's Bar"], names);
    }

    [Fact]
    public async Task SqlQuery_of_a_scalar()
    {
        await using var context = Fixture.CreateContext();
        Fixture.Log.Clear();

        var count = await context.Database.SqlQuery<long>($"SELECT COUNT(*) AS value FROM sale").SingleAsync();

        Assert.Equal(8, count);
    }

    [Fact]
    public async Task A_list_beyond_the_limit_of_parameters_is_sent_as_constants()
    {
        await using var context = Fixture.CreateContext();
        Fixture.Log.Clear();
        var ids = Enumerable.Range(2, 33_000).ToArray();

        Assert.Equal(7, await context.Set<Sale>().CountAsync(s => ids.Contains(s.Id)));
        Assert.DoesNotContain("@", Assert.Single(Fixture.Log.Statements), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_cannot_leave_its_comment()
    {
        await using var context = Fixture.CreateContext();
        Fixture.Log.Clear();

        var ids = await context.Set<Sale>().TagWith("report\n*/ DROP TABLE sale; --").Where(s => s.Id == 1).Select(s => s.Id).ToListAsync();

        Assert.Equal([1], ids);
    }
}
