using Microsoft.EntityFrameworkCore;

namespace QuickStart;

/// <summary>The five questions that the sample asks in LINQ.</summary>
internal static class Reports
{
    public static async Task ShowAsync(TickitContext db, Story story)
    {
        story.Report(
            "Best-selling events",
            await db.Sales
                .GroupBy(s => s.Event!.EventName)
                .Select(g => new { Event = g.Key, Tickets = g.Sum(s => s.QtySold), Revenue = g.Sum(s => s.PricePaid) })
                .OrderByDescending(r => r.Revenue).ThenBy(r => r.Event)
                .Take(10)
                .ToListAsync());

        story.Report(
            "Revenue by month and category",
            await db.Sales
                .GroupBy(s => new { s.Date!.Month, s.Event!.Category!.CatGroup })
                .Select(g => new
                {
                    Month = g.Key.Month.Trim(),
                    Category = g.Key.CatGroup,
                    Sales = g.Count(),
                    Revenue = g.Sum(s => s.PricePaid),
                    First = g.Min(s => s.DateId)
                })
                .OrderBy(r => r.First).ThenBy(r => r.Category)
                .Take(9)
                .ToListAsync());

        story.Report(
            "The two largest venues of each state",
            await db.Venues
                .Select(v => v.VenueState)
                .Distinct()
                .SelectMany(state => db.Venues
                    .Where(v => v.VenueState == state && v.VenueSeats > 0)
                    .OrderByDescending(v => v.VenueSeats).ThenBy(v => v.VenueId)
                    .Take(2))
                .OrderBy(v => v.VenueState).ThenByDescending(v => v.VenueSeats)
                .Select(v => new { State = v.VenueState, Venue = v.VenueName, City = v.VenueCity, Seats = v.VenueSeats })
                .ToListAsync());

        story.Report(
            "Buyers without purchases, by state",
            await db.Users
                .Where(u => !db.Sales.Any(s => s.BuyerId == u.UserId))
                .GroupBy(u => u.State)
                .Select(g => new { State = g.Key, Users = g.Count() })
                .OrderByDescending(r => r.Users).ThenBy(r => r.State)
                .Take(8)
                .ToListAsync());

        var listings = await db.Listings
            .Include(l => l.Seller)
            .Include(l => l.Event)
            .OrderByDescending(l => l.TotalPrice).ThenBy(l => l.ListId)
            .Skip(20)
            .Take(8)
            .ToListAsync();

        story.Report(
            "A page of listings",
            listings.ConvertAll(l => new { l.ListId, Seller = l.Seller!.Username, Event = l.Event!.EventName, Tickets = (int)l.NumTickets, Total = l.TotalPrice }));
    }
}
