using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class InheritanceQueryTest(InheritanceFixture fixture) : QueryTest<InheritanceContext>(fixture), IClassFixture<InheritanceFixture>
{
    [Fact]
    public Task A_derived_type_in_one_table()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Fish>().Where(f => f.Depth == null).Select(f => f.Name),
            """
            SELECT "a"."name"
            FROM "animal" AS "a"
            WHERE "a"."kind" = 2 AND "a"."depth" IS NULL
            """);

    [Fact]
    public Task Columns_of_a_derived_type()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Bird>().Select(b => new { b.Name, b.CanFly }),
            """
            SELECT "a"."name", "a"."canfly"
            FROM "animal" AS "a"
            WHERE "a"."kind" = 1
            """);

    [Fact]
    public async Task A_table_for_each_concrete_type_is_a_union_with_typed_nulls()
    {
        await using var context = Fixture.CreateContext();
        Fixture.Log.Clear();

        var names = context.Set<Vehicle>().Where(v => v.Id > 1).OrderBy(v => v.Id).AsEnumerable().Select(v => $"{v.GetType().Name} {v.Name}").ToList();

        AssertSql(
            """
            SELECT "u"."id", "u"."name", "u"."doors", "u"."tonnage", "u"."discriminator"
            FROM (
                SELECT "c"."id", "c"."name", "c"."doors", CAST(NULL AS numeric(10,1)) AS "tonnage", 'Car' AS "discriminator"
                FROM "car" AS "c"
                UNION ALL
                SELECT "s"."id", "s"."name", CAST(NULL AS integer) AS "doors", "s"."tonnage", 'Ship' AS "discriminator"
                FROM "ship" AS "s"
            ) AS "u"
            WHERE "u"."id" > 1
            ORDER BY "u"."id"
            """);
        Assert.Equal(["Ship Fram", "Ship Raft"], names);
    }
}
