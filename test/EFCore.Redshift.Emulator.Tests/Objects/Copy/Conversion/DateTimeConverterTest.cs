using System.Globalization;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.TestUtilities;
using FsCheck;
using FsCheck.Fluent;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

public class DateTimeConverterTest
{
    [Theory]
    [InlineData("2008-02-29", "2008-02-29")]
    [InlineData("2008-01-25 14:30:00", "2008-01-25")]
    [InlineData("2007-02-29", "1205: Invalid date format or value [YYYY-MM-DD]")]
    [InlineData("2008-1-25", "1205: Invalid date format - length must be 10 or more")]
    [InlineData("01/25/2008", "1205: Invalid date format or value [YYYY-MM-DD]")]
    [InlineData("2008-01-255", "1205: Invalid date format or value [YYYY-MM-DD]")]
    [InlineData("0000-01-01", "0001-01-01 BC")]
    public void Dates_are_ISO_by_default(string field, string expected)
        => Assert.Equal(expected, Date(null, field));

    // https://docs.aws.amazon.com/redshift/latest/dg/r_DATEFORMAT_and_TIMEFORMAT_strings.html
    [Theory]
    [InlineData("MM/DD/YYYY", "01/25/2008", "2008-01-25")]
    [InlineData("MON-DD-YYYY", "Jan-01-1999", "1999-01-01")]
    [InlineData("DD MON YY", "31 December 69", "2069-12-31")]
    [InlineData("YYYYMMDD", "19960108", "1996-01-08")]
    [InlineData("YY.MM.DD", "70.01.02", "1970-01-02")]
    [InlineData("DD.MM.YYYY", "31.04.2008", "1205: Invalid date format or value [DD.MM.YYYY]")]
    public void DATEFORMAT(string format, string field, string expected)
        => Assert.Equal(expected, Date(format, field));

    [Theory]
    [InlineData("2008-01-25 14:30:00", "2008-01-25 14:30:00")]
    [InlineData("2008-01-25 14:30:00.1234567", "2008-01-25 14:30:00.123456")]
    [InlineData("2008-01-25 24:00:00", "1206: Invalid timestamp format or value [YYYY-MM-DD HH24:MI:SS]")]
    [InlineData("2008-01-25T14:30:00", "1206: Invalid timestamp format or value [YYYY-MM-DD HH24:MI:SS]")]
    [InlineData("2008-01-25", "1206: Invalid timestamp format or value [YYYY-MM-DD HH24:MI:SS]")]
    public void Timestamps_are_ISO_by_default(string field, string expected)
        => Assert.Equal(expected, Timestamp(null, field));

    [Theory]
    [InlineData("MM.DD.YYYY HH:MI:SS", "02.23.1998 04:05:06.789", "1998-02-23 04:05:06.789000")]
    [InlineData("DD/MON/YYYY HH12:MI PM", "02/Feb/2020 12:30 AM", "2020-02-02 00:30:00")]
    [InlineData("DD/MON/YYYY HH12:MI PM", "02/Feb/2020 11:30 PM", "2020-02-02 23:30:00")]
    [InlineData("YYYY-MM-DDTHH:MI:SSZ", "2020-02-02T11:30:15Z", "2020-02-02 11:30:15")]
    [InlineData("DD/MON/YYYY HH12:MI PM", "02/Feb/2020 13:30 PM", "1206: Invalid timestamp format or value [DD/MON/YYYY HH12:MI PM]")]
    public void TIMEFORMAT(string format, string field, string expected)
        => Assert.Equal(expected, Timestamp(format, field));

    [Theory]
    [InlineData("YYYY-DDD")]
    [InlineData("AUTO")]
    [InlineData("Epochsecs")]
    public void A_format_with_other_elements_is_refused(string format)
        => Assert.Throws<RedshiftErrorException>(() => DateTimeOptions.Create(null, format, acceptsAny: false));

    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-timeformat
    [Theory]
    [InlineData("epochsecs", "1493286884", "2017-04-27 09:54:44")]
    [InlineData("epochsecs", "-1", "1969-12-31 23:59:59")]
    [InlineData("epochsecs", "0.25", "1970-01-01 00:00:00.250000")]
    [InlineData("epochmillisecs", "1493286884123", "2017-04-27 09:54:44.123000")]
    [InlineData("epochsecs", "2017-04-27", "1206: Invalid timestamp format or value [epochsecs]")]
    public void Epochs(string format, string field, string expected)
        => Assert.Equal(expected, Timestamp(format, field));

    // The table of automatic-recognition.html, and what its text says besides.
    // https://docs.aws.amazon.com/redshift/latest/dg/automatic-recognition.html
    [Theory]
    [InlineData("2019-02-11T05:09:12.195Z", "2019-02-11 05:09:12.195000")]
    [InlineData("J2451187", "1999-01-08 00:00:00")]
    [InlineData("J2345678 04:05:06.789", "1710-02-23 04:05:06.789000")]
    [InlineData("Jan-08-95 BC", "0095-01-08 00:00:00 BC")]
    [InlineData("19960108 040809", "1996-01-08 04:08:09")]
    [InlineData("960108 040809", "1996-01-08 04:08:09")]
    [InlineData("1996.008", "1996-01-08 00:00:00")]
    [InlineData("1996-01-08 04:05:06.789", "1996-01-08 04:05:06.789000")]
    [InlineData("17 Dec 07:37:16 1997 PST", "1997-12-17 07:37:16")]
    [InlineData("12/17/1997 07:37:16.00 PST", "1997-12-17 07:37:16")]
    [InlineData("1997-12-17 07:37:16-08", "1997-12-17 07:37:16")]
    [InlineData("12.17.1997 07:37:16.00 PST", "1997-12-17 07:37:16")]
    [InlineData("1996-01-08", "1996-01-08 00:00:00")]
    [InlineData("January 8, 1999", "1999-01-08 00:00:00")]
    [InlineData("1/8/1999 4:05 PM", "1999-01-08 16:05:00")]
    [InlineData("1999-Jan-08", "1999-01-08 00:00:00")]
    [InlineData("20190211050912", "2019-02-11 05:09:12")]
    [InlineData("2019-02-30", "1206: Invalid timestamp format or value [auto]")]
    [InlineData("soon", "1206: Invalid timestamp format or value [auto]")]
    [InlineData("1493286884", "1206: Invalid timestamp format or value [auto]")]
    [InlineData("04:05:06", "1206: Invalid timestamp format or value [auto]")]
    public void Auto(string field, string expected)
        => Assert.Equal(expected, Timestamp("auto", field));

    [Theory]
    [InlineData("1997-12-17 07:37:16-08", "1997-12-17 07:37:16-08:00")]
    [InlineData("17 Dec 07:37:16 1997 PST", "1997-12-17 07:37:16-08:00")]
    [InlineData("2019-02-11T05:09:12.195+05:30", "2019-02-11 05:09:12.195000+05:30")]
    [InlineData("2019-02-11", "2019-02-11 00:00:00")]
    public void Zones_count_for_TIMESTAMPTZ(string field, string expected)
        => Assert.Equal(
            expected,
            ConverterTester.Convert(new TimestampConverter(DateTimeOptions.Create(null, "auto", acceptsAny: false), hasZone: true), field));

    [Theory]
    [InlineData("2008-01-25 14:30:00+00", "2008-01-25 14:30:00+00:00")]
    [InlineData("2008-01-25 14:30:00.5-0530", "2008-01-25 14:30:00.500000-05:30")]
    [InlineData("2008-01-25 14:30:00+99", "1206: Invalid timestamp format or value [YYYY-MM-DD HH24:MI:SSOF]")]
    public void TIMESTAMPTZ_has_an_offset_by_default(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(new TimestampConverter(new DateTimeOptions(), hasZone: true), field));

    [Theory]
    [InlineData("00/00/00 00:00:00", "\\N")]
    [InlineData("2008-01-25", "2008-01-25")]
    public void ACCEPTANYDATE_loads_NULL(string field, string expected)
        => Assert.Equal(
            expected, ConverterTester.Convert(new DateConverter(DateTimeOptions.Create("auto", null, acceptsAny: true)), field));

    [Theory]
    [InlineData("14:30:00.25", "14:30:00.250000", "14:30:00.250000+00:00")]
    [InlineData("2:30 PM", "14:30:00", "14:30:00+00:00")]
    [InlineData("14:30:00-08", "14:30:00", "14:30:00-08:00")]
    [InlineData("25:00:00", "1206: Invalid time format or value [HH24:MI:SS]", "1206: Invalid time format or value [HH24:MI:SS]")]
    public void Times(string field, string time, string timeTz)
    {
        Assert.Equal(time, ConverterTester.Convert(new TimeConverter(hasZone: false), field));
        Assert.Equal(timeTz, ConverterTester.Convert(new TimeConverter(hasZone: true), field));
    }

    [Fact]
    public void Every_timestamp_is_read_as_it_is_written()
        => PropertyCheck.Holds(
            ArbMap.Default.GeneratorFor<DateTime>().Select(d => new DateTime(d.Ticks / 10 * 10)),
            value =>
            {
                var text = value.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
                var expected = text.EndsWith(".000000", StringComparison.Ordinal) ? text[..^7] : text;
                Assert.Equal(expected, Timestamp(null, text));
                Assert.Equal(expected, Timestamp("auto", text));

                var microseconds = (value - DateTime.UnixEpoch).Ticks / 10;
                Assert.Equal(expected, Timestamp("epochsecs", (microseconds / 1_000_000m).ToString(CultureInfo.InvariantCulture)));
            });

    private static string Date(string? format, string field)
        => ConverterTester.Convert(new DateConverter(DateTimeOptions.Create(format, null, acceptsAny: false)), field);

    private static string Timestamp(string? format, string field)
        => ConverterTester.Convert(new TimestampConverter(DateTimeOptions.Create(null, format, acceptsAny: false), hasZone: false), field);
}
