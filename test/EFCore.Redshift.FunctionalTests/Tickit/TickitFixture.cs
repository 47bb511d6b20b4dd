using System.Globalization;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Tickit;

/// <summary>The TICKIT tables, loaded by COPY with the options that AWS documents for them, and the same rows as objects.</summary>
public sealed class TickitFixture : IAsyncLifetime
{
    private const string Bucket = "tickit";
    private const string Role = "arn:aws:iam::123456789012:role/tickit";

    private static readonly (string Table, string Columns, string File, string Options)[] Tables =
    [
        ("venue",
            "venueid smallint not null distkey sortkey, venuename varchar(100), venuecity varchar(30), venuestate char(2), venueseats integer",
            "venue_pipe.txt", "delimiter '|'"),
        ("category",
            "catid smallint not null distkey sortkey, catgroup varchar(10), catname varchar(10), catdesc varchar(50)",
            "category_pipe.txt", "delimiter '|'"),
        ("date",
            "dateid smallint not null distkey sortkey, caldate date not null, day character(3) not null, week smallint not null, month character(5) not null, qtr character(5) not null, year smallint not null, holiday boolean default('N')",
            "date2008_pipe.txt", "delimiter '|'"),
        ("event",
            "eventid integer not null distkey, venueid smallint not null, catid smallint not null, dateid smallint not null sortkey, eventname varchar(200), starttime timestamp",
            "allevents_pipe.txt", "delimiter '|' timeformat 'YYYY-MM-DD HH:MI:SS'")
    ];

    private TestSchema? _schema;

    public static string Folder { get; } = Path.Combine(Repository.SharedData, "tickit");

    public IReadOnlyList<TickitEvent> Events { get; private set; } = [];

    /// <summary>How many events COPY loaded.</summary>
    public int LoadedEvents { get; private set; }

    public static int CountLines(string file)
        => ReadFields(file).Count();

    public TickitContext CreateContext()
        => new(_schema!.Options<TickitContext>());

    public async Task InitializeAsync()
    {
        if (!TickitFactAttribute.CanRun)
        {
            return;
        }

        _schema = await TestSchema.CreateAsync();
        var bucket = Directory.CreateDirectory(Path.Combine((await TestServer.EmulatorAsync()).S3Root, Bucket)).FullName;
        foreach (var (table, columns, file, options) in Tables)
        {
            File.Copy(Path.Combine(Folder, file), Path.Combine(bucket, file), overwrite: true);
            await _schema.ExecuteAsync($"create table {table} ({columns})");
            await _schema.ExecuteAsync($"copy {table} from 's3://{Bucket}/{file}' iam_role '{Role}' {options}");
        }

        LoadedEvents = Convert.ToInt32(await _schema.ScalarAsync("select count(*) from event"), CultureInfo.InvariantCulture);

        // Some events are at venues and on days that the files do not have; LINQ to Objects has no inner join to drop them.
        await _schema.ExecuteAsync("delete from event where venueid not in (select venueid from venue) or dateid not in (select dateid from date)");
        Events = ReadEvents();
    }

    public async Task DisposeAsync()
    {
        if (_schema is not null)
        {
            await _schema.DisposeAsync();
        }
    }

    private static List<TickitEvent> ReadEvents()
    {
        var venues = ReadFields("venue_pipe.txt").Select(f => new Venue
        {
            VenueId = Short(f[0]),
            VenueName = f[1],
            VenueCity = f[2],
            VenueState = f[3],
            VenueSeats = f[4] == @"\N" ? null : Int(f[4])
        }).ToDictionary(v => v.VenueId);
        var categories = ReadFields("category_pipe.txt").Select(f => new Category
        {
            CatId = Short(f[0]),
            CatGroup = f[1],
            CatName = f[2],
            CatDesc = f[3]
        }).ToDictionary(c => c.CatId);
        var dates = ReadFields("date2008_pipe.txt").Select(f => new CalendarDate
        {
            DateId = Short(f[0]),
            CalDate = DateOnly.ParseExact(f[1], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Day = f[2],
            Week = Short(f[3]),
            Month = f[4],
            Qtr = f[5],
            Year = Short(f[6]),
            Holiday = f[7] == "TRUE"
        }).ToDictionary(d => d.DateId);

        var known = ReadFields("allevents_pipe.txt").Where(f => venues.ContainsKey(Short(f[1])) && dates.ContainsKey(Short(f[3])));
        return known.Select(f => new TickitEvent
        {
            EventId = Int(f[0]),
            VenueId = Short(f[1]),
            Venue = venues[Short(f[1])],
            CatId = Short(f[2]),
            Category = categories[Short(f[2])],
            DateId = Short(f[3]),
            Date = dates[Short(f[3])],
            EventName = f[4],
            StartTime = DateTime.ParseExact(f[5], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        }).ToList();
    }

    private static IEnumerable<string[]> ReadFields(string file)
        => File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0).Select(line => line.Split('|'));

    private static short Short(string field)
        => short.Parse(field, CultureInfo.InvariantCulture);

    private static int Int(string field)
        => int.Parse(field, CultureInfo.InvariantCulture);
}
