// The TICKIT schema that AWS documents: users who list and buy tickets for events.
// https://docs.aws.amazon.com/redshift/latest/dg/c_sampledb.html

namespace QuickStart;

public class User
{
    public int UserId { get; set; }
    public required string Username { get; set; }
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? City { get; set; }
    public string? State { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public bool? LikeSports { get; set; }
    public bool? LikeTheatre { get; set; }
    public bool? LikeConcerts { get; set; }
    public bool? LikeJazz { get; set; }
    public bool? LikeClassical { get; set; }
    public bool? LikeOpera { get; set; }
    public bool? LikeRock { get; set; }
    public bool? LikeVegas { get; set; }
    public bool? LikeBroadway { get; set; }
    public bool? LikeMusicals { get; set; }
}

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
    public required string Day { get; set; }
    public short Week { get; set; }
    public required string Month { get; set; }
    public required string Qtr { get; set; }
    public short Year { get; set; }
    public bool? Holiday { get; set; }
}

public class TickitEvent
{
    public int EventId { get; set; }
    public short VenueId { get; set; }
    public Venue? Venue { get; set; }
    public short CatId { get; set; }
    public Category? Category { get; set; }
    public short DateId { get; set; }
    public CalendarDate? Date { get; set; }
    public string? EventName { get; set; }
    public DateTime? StartTime { get; set; }
}

public class Listing
{
    public int ListId { get; set; }
    public int SellerId { get; set; }
    public User? Seller { get; set; }
    public int EventId { get; set; }
    public TickitEvent? Event { get; set; }
    public short DateId { get; set; }
    public short NumTickets { get; set; }
    public decimal? PricePerTicket { get; set; }
    public decimal? TotalPrice { get; set; }
    public DateTime? ListTime { get; set; }
}

public class Sale
{
    public long SalesId { get; set; }
    public int ListId { get; set; }
    public int SellerId { get; set; }
    public int BuyerId { get; set; }
    public int EventId { get; set; }
    public TickitEvent? Event { get; set; }
    public short DateId { get; set; }
    public CalendarDate? Date { get; set; }
    public short QtySold { get; set; }
    public decimal? PricePaid { get; set; }
    public decimal? Commission { get; set; }
    public DateTime? SaleTime { get; set; }
}
