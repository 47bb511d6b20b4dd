using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.Tickit;

/// <summary>Reports over the files that AWS publishes, loaded as AWS documents it, compared with LINQ to Objects over the same rows.</summary>
/// <remarks>
///     The files may not be part of the repository. Where the folder beside it is missing, the tests say so and are counted as skipped.
///     https://docs.aws.amazon.com/redshift/latest/gsg/rs-gsg-create-sample-db.html
/// </remarks>
public class TickitTest(TickitFixture fixture) : IClassFixture<TickitFixture>
{
    [TickitFact]
    public async Task All_rows_are_loaded()
    {
        await using var db = fixture.CreateContext();

        Assert.Equal(TickitFixture.CountLines("venue_pipe.txt"), await db.Set<Venue>().CountAsync());
        Assert.Equal(TickitFixture.CountLines("category_pipe.txt"), await db.Set<Category>().CountAsync());
        Assert.Equal(TickitFixture.CountLines("date2008_pipe.txt"), await db.Set<CalendarDate>().CountAsync());
        Assert.Equal(TickitFixture.CountLines("allevents_pipe.txt"), fixture.LoadedEvents);
        Assert.Equal(fixture.Events.Count, await db.Events.CountAsync());
    }

    [TickitFact]
    public Task Events_per_category()
        => AssertReport(events => events
            .GroupBy(e => new { e.Category.CatGroup, e.Category.CatName })
            .Select(g => new { g.Key.CatGroup, g.Key.CatName, Events = g.Count() }));

    [TickitFact]
    public Task Busiest_venues()
        => AssertReport(events => events
            .GroupBy(e => new { e.Venue.VenueId, e.Venue.VenueName })
            .Select(g => new { g.Key.VenueId, g.Key.VenueName, Events = g.Count() })
            .OrderByDescending(r => r.Events).ThenBy(r => r.VenueId)
            .Take(10));

    [TickitFact]
    public Task Events_by_month()
        => AssertReport(events => events
            .Where(e => e.StartTime != null)
            .GroupBy(e => e.StartTime!.Value.Month)
            .Select(g => new { Month = g.Key, Events = g.Count(), First = g.Min(e => e.StartTime), Last = g.Max(e => e.StartTime) }));

    [TickitFact]
    public Task Average_seats_by_state()
        => AssertReport(events => events
            .Where(e => e.Venue.VenueSeats > 0)
            .GroupBy(e => e.Venue.VenueState)
            .Select(g => new { State = g.Key, Seats = Math.Round(g.Average(e => e.Venue.VenueSeats!.Value), 4) }));

    [TickitFact]
    public Task Names_that_contain_a_word_page_two()
        => AssertReport(events => events
            .Where(e => e.EventName!.Contains("The "))
            .OrderBy(e => e.EventName).ThenBy(e => e.EventId)
            .Select(e => new { e.EventId, e.EventName, Length = e.EventName!.Length })
            .Skip(20)
            .Take(20));

    [TickitFact]
    public Task Distinct_names_in_upper_case()
        => AssertReport(events => events
            .Where(e => e.Category.CatName == "Opera")
            .Select(e => e.EventName!.ToUpper())
            .Distinct());

    [TickitFact]
    public Task Weekend_evenings_on_holidays()
        => AssertReport(events => events
            .Where(e => e.Date.Holiday == true && e.StartTime!.Value.Hour >= 19)
            .Select(e => new { e.EventId, e.Date.CalDate, Day = e.Date.Day.Trim(), e.StartTime!.Value.Hour }));

    [TickitFact]
    public Task Venues_with_more_than_one_group_of_events()
        => AssertReport(events => events
            .GroupBy(e => e.Venue.VenueName)
            .Where(g => g.Select(e => e.CatId).Distinct().Count() > 1)
            .Select(g => new { Venue = g.Key, Categories = g.Select(e => e.CatId).Distinct().Count() }));

    [TickitFact]
    public Task First_event_of_each_category()
        => AssertReport(events => events
            .GroupBy(e => e.CatId)
            .Select(g => g
                .OrderBy(e => e.StartTime).ThenBy(e => e.EventId)
                .Select(e => new { e.CatId, e.EventId, e.EventName, e.StartTime })
                .First()));

    [TickitFact]
    public Task Events_in_chosen_cities()
    {
        string?[] cities = ["New York City", "Los Angeles", "St. Louis", "O'Fallon", null];
        return AssertReport(events => events
            .Where(e => cities.Contains(e.Venue.VenueCity))
            .GroupBy(e => e.Venue.VenueCity)
            .Select(g => new { City = g.Key, Events = g.Count(), Shows = g.Count(e => e.Category.CatGroup == "Shows") }));
    }

    private async Task AssertReport<T>(Expression<Func<IQueryable<TickitEvent>, IQueryable<T>>> report)
    {
        await using var db = fixture.CreateContext();
        var compiled = report.Compile();

        var actual = await compiled(db.Events).ToListAsync();
        var expected = compiled(fixture.Events.AsQueryable()).ToList();

        Assert.NotEmpty(expected);
        // The order of a report without OrderBy is the engine's own.
        if (report.Body.ToString().Contains(".OrderBy", StringComparison.Ordinal) && !report.Body.ToString().Contains("First()", StringComparison.Ordinal))
        {
            Assert.Equal(expected, actual);
        }
        else
        {
            Assert.Equal(expected.Select(r => r!.ToString()).Order(StringComparer.Ordinal), actual.Select(r => r!.ToString()).Order(StringComparer.Ordinal));
        }
    }
}
