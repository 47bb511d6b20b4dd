using System.Globalization;

namespace QuickStart;

/// <summary>
///     Writes TICKIT-shaped files, pipe-delimited and under the names of AWS's own files. The same count of sales gives the same
///     files on every machine.
/// </summary>
internal sealed class TickitGenerator(int sales)
{
    private static readonly string[] FirstNames =
        ["Ada", "Björn", "Chloé", "Dmitri", "Esther", "Femi", "Grace", "Hiro", "Inês", "Joan", "Kofi", "Lena", "Mona", "Noor", "Olga", "Piet"];

    private static readonly string[] LastNames =
        ["Abe", "Baker", "Castro", "Dupont", "Eriksen", "Flores", "Garcia", "Hughes", "Ito", "Jansen", "Khan", "Lopez", "Müller", "O'Hara", "Ng", "Okoye"];

    private static readonly (string City, string State)[] Cities =
    [
        ("New York", "NY"), ("Buffalo", "NY"), ("Los Angeles", "CA"), ("San Diego", "CA"), ("Oakland", "CA"), ("Chicago", "IL"),
        ("Houston", "TX"), ("Dallas", "TX"), ("Seattle", "WA"), ("Denver", "CO"), ("Boston", "MA"), ("Atlanta", "GA")
    ];

    private static readonly string[] VenueKinds = ["Arena", "Theater", "Stadium", "Hall", "Opera House", "Park"];

    private static readonly (string Group, string Name, string Description)[] Categories =
    [
        ("Sports", "MLB", "Major League Baseball"), ("Sports", "NHL", "National Hockey League"), ("Sports", "NFL", "National Football League"),
        ("Shows", "Musicals", "Musical theatre"), ("Shows", "Plays", "All non-musical theatre"), ("Shows", "Opera", "All opera and light opera"),
        ("Concerts", "Pop", "All rock and pop music concerts"), ("Concerts", "Jazz", "All jazz singers and bands"),
        ("Concerts", "Classical", "All symphony, concerto, and choir concerts")
    ];

    private static readonly string[] Titles =
        ["Northern Lights", "The Glass Harbour", "Seven Rivers", "A Winter's Tale", "Blue Hour", "Iron & Silk", "Paper Moons", "Ostinato", "The Long Table", "Kites"];

    private const int Venues = 200;
    private const int FirstDateId = 1827;
    private static readonly DateOnly FirstDay = new(2008, 1, 1);

    private readonly Random _random = new(2008);

    private int Users => Math.Max(100, sales / 5);
    private int Events => Math.Max(50, sales / 25);
    private int Listings => Math.Max(100, sales + sales / 5);

    /// <summary>Writes the seven files into a folder, which is made if it is missing.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);

        WriteFile(folder, TickitTable.Users, Users, i =>
        {
            var (first, last, (city, state)) = (Pick(FirstNames), Pick(LastNames), Pick(Cities));
            var likes = string.Join('|', Enumerable.Range(0, 10).Select(_ => _random.Next(3) switch { 0 => "TRUE", 1 => "FALSE", _ => "" }));
            return $"{i}|U{i:D7}|{first}|{last}|{city}|{state}|user{i}@example.com|({i % 900 + 100}) 555-{i % 10000:D4}|{likes}";
        });

        WriteFile(folder, TickitTable.Venue, Venues, i =>
        {
            var (city, state) = Pick(Cities);
            return $"{i}|{city} {Pick(VenueKinds)} {i}|{city}|{state}|{(_random.Next(3) == 0 ? 0 : _random.Next(20, 900) * 100)}";
        });

        WriteFile(folder, TickitTable.Category, Categories.Length, i =>
        {
            var (group, name, description) = Categories[i - 1];
            return $"{i}|{group}|{name}|{description}";
        });

        WriteFile(folder, TickitTable.Date, 366, i =>
        {
            var day = FirstDay.AddDays(i - 1);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{FirstDateId + i - 1}|{day:yyyy-MM-dd}|{day.DayOfWeek.ToString()[..2].ToUpperInvariant()}|{(day.DayOfYear - 1) / 7 + 1}|{day.ToString("MMM", CultureInfo.InvariantCulture).ToUpperInvariant()}|{(day.Month - 1) / 3 + 1}|{day.Year}|{(day is { Month: 1, Day: 1 } or { Month: 7, Day: 4 } or { Month: 12, Day: 25 } ? "TRUE" : "FALSE")}");
        });

        var eventDays = new int[Events + 1];
        WriteFile(folder, TickitTable.Event, Events, i =>
        {
            eventDays[i] = _random.Next(366);
            var start = FirstDay.AddDays(eventDays[i]).ToDateTime(new TimeOnly(_random.Next(12, 22), 30 * _random.Next(2)));
            return $"{i}|{_random.Next(1, Venues + 1)}|{_random.Next(1, Categories.Length + 1)}|{FirstDateId + eventDays[i]}|{Pick(Titles)} {i % 40 + 1}|{Format(start)}";
        });

        var listings = new (int Seller, int Event, int Tickets, decimal Price)[Listings + 1];
        WriteFile(folder, TickitTable.Listing, Listings, i =>
        {
            var listing = listings[i] = (_random.Next(1, Users + 1), _random.Next(1, Events + 1), _random.Next(1, 31), _random.Next(20, 250));
            var day = Math.Max(0, eventDays[listing.Event] - _random.Next(1, 60));
            return $"{i}|{listing.Seller}|{listing.Event}|{FirstDateId + day}|{listing.Tickets}|{Format(listing.Price)}|{Format(listing.Price * listing.Tickets)}|{Format(Moment(day))}";
        });

        WriteFile(folder, TickitTable.Sales, sales, i =>
        {
            var listId = _random.Next(1, Listings + 1);
            var listing = listings[listId];
            var quantity = _random.Next(1, Math.Min(4, listing.Tickets) + 1);
            var price = quantity * listing.Price;
            var day = eventDays[listing.Event];
            // Half of the users never buy, so that the report on them has something to say.
            return $"{i}|{listId}|{listing.Seller}|{_random.Next(1, Users / 2 + 1)}|{listing.Event}|{FirstDateId + day}|{quantity}|{Format(price)}|{Format(price * 0.15m)}|{Format(Moment(day))}";
        });
    }

    private static void WriteFile(string folder, TickitTable table, int rows, Func<int, string> line)
    {
        using var writer = new StreamWriter(Path.Combine(folder, table.File)) { NewLine = "\n" };
        for (var i = 1; i <= rows; i++)
        {
            writer.WriteLine(line(i));
        }
    }

    private T Pick<T>(T[] items)
        => items[_random.Next(items.Length)];

    private DateTime Moment(int day)
        => FirstDay.AddDays(day).ToDateTime(default).AddSeconds(_random.Next(86_400));

    private static string Format(DateTime value)
        => value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Format(decimal value)
        => value.ToString("0.00", CultureInfo.InvariantCulture);
}
