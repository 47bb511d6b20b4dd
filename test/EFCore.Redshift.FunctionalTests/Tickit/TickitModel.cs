namespace EFCore.Redshift.FunctionalTests.Tickit;

// The part of AWS's TICKIT schema whose files are at hand. https://docs.aws.amazon.com/redshift/latest/dg/c_sampledb.html

public class Venue
{
    public short VenueId { get; set; }
    public string? VenueName { get; set; }
    public string? VenueCity { get; set; }
    public string? VenueState { get; set; }
    public int? VenueSeats { get; set; }
}

public class Category
{
    public short CatId { get; set; }
    public string? CatGroup { get; set; }
    public string? CatName { get; set; }
    public string? CatDesc { get; set; }
}

public class CalendarDate
{
    public short DateId { get; set; }
    public DateOnly CalDate { get; set; }
    public string Day { get; set; } = "";
    public short Week { get; set; }
    public string Month { get; set; } = "";
    public string Qtr { get; set; } = "";
    public short Year { get; set; }
    public bool? Holiday { get; set; }
}

public class TickitEvent
{
    public int EventId { get; set; }
    public short VenueId { get; set; }
    public Venue Venue { get; set; } = null!;
    public short CatId { get; set; }
    public Category Category { get; set; } = null!;
    public short DateId { get; set; }
    public CalendarDate Date { get; set; } = null!;
    public string? EventName { get; set; }
    public DateTime? StartTime { get; set; }
}
