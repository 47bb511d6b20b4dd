namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>What COPY's parameters say about columns of dates and times.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-dateformat</remarks>
internal sealed record DateTimeOptions
{
    private static readonly FormatDateTimeParser DefaultDate = new("YYYY-MM-DD", isDate: true);
    private static readonly FormatDateTimeParser DefaultTimestamp = new("YYYY-MM-DD HH:MI:SS", isDate: false);
    private static readonly FormatDateTimeParser DefaultTimestampTz = new("YYYY-MM-DD HH:MI:SSOF", isDate: false);

    public IDateTimeParser Date { get; init; } = DefaultDate;

    public IDateTimeParser Timestamp { get; init; } = DefaultTimestamp;

    public IDateTimeParser TimestampTz { get; init; } = DefaultTimestampTz;

    /// <summary>ACCEPTANYDATE: what is no date is NULL.</summary>
    public bool AcceptsAny { get; init; }

    public static DateTimeOptions Create(string? dateFormat, string? timeFormat, bool acceptsAny)
    {
        var options = new DateTimeOptions { AcceptsAny = acceptsAny };
        if (dateFormat is not null)
        {
            options = options with
            {
                Date = dateFormat == "auto" ? AutoDateTimeParser.Instance : new FormatDateTimeParser(dateFormat, isDate: true)
            };
        }

        if (timeFormat is not null)
        {
            // The three words are lower case only: "AUTO" would be a format.
            IDateTimeParser parser = timeFormat switch
            {
                "auto" => AutoDateTimeParser.Instance,
                "epochsecs" => new EpochDateTimeParser(isMilliseconds: false),
                "epochmillisecs" => new EpochDateTimeParser(isMilliseconds: true),
                _ => new FormatDateTimeParser(timeFormat, isDate: false)
            };
            options = options with { Timestamp = parser, TimestampTz = parser };
        }

        return options;
    }
}
