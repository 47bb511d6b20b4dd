using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class RefusalsTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public Task LIMIT_of_an_expression_over_columns()
        => AssertRefused(
            (IQueryable<Venue> rows) => rows.Select(v => v.Events.OrderBy(e => e.Id).Skip(v.Id).Select(e => e.Name).FirstOrDefault()),
            "in a way that Redshift cannot plan");

    [Fact]
    public Task Escape_with_a_pattern_from_a_column()
        => AssertRefused(
            (IQueryable<Venue> rows) => rows.Where(v => EF.Functions.Like(v.Name, v.City!, "!")),
            "could not be translated");

    [Fact]
    public Task Collection_as_one_parameter()
    {
        int[] ids = [1, 2];

        return AssertRefused(
            (IQueryable<Venue> rows) => rows.Where(v => EF.Parameter(ids).Contains(v.Id)),
            "Redshift has no arrays");
    }

    [Fact]
    public Task Tuple_comparison()
        => AssertRefused(
            (IQueryable<Venue> rows) => rows.Where(v => EF.Functions.GreaterThan(ValueTuple.Create(v.Id, v.Name), ValueTuple.Create(1, "a"))),
            "could not be translated");

    [Fact]
    public Task Local_list_of_more_than_a_hundred_as_a_table()
    {
        var ids = Enumerable.Range(1, 101).ToArray();

        return AssertRefused(
            (IQueryable<Venue> rows) => rows.Join(ids, v => v.Id, i => i, (v, i) => v.Id),
            "load the elements into a temporary table");
    }

    [Fact]
    public Task Method_that_has_no_translation()
        => AssertRefused(
            (IQueryable<Venue> rows) => rows.Where(v => v.Name.Normalize() == "a"),
            "could not be translated");
}
