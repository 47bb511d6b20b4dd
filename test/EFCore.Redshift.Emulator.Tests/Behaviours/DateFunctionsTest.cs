using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Behaviours;

public class DateFunctionsTest(EmulatorFixture emulator) : BehaviourTest(emulator)
{
    [Theory]
    [InlineData("r_ADD_MONTHS", "2008-04-30 00:00:00", "SELECT ADD_MONTHS('2008-03-31', 1)")]
    [InlineData("r_ADD_MONTHS", "2008-05-31 00:00:00", "SELECT ADD_MONTHS('2008-04-30', 1)")]
    [InlineData("r_ADD_MONTHS", "2008-03-31 12:30:00", "SELECT ADD_MONTHS(TIMESTAMP '2008-04-30 12:30:00', -1)")]
    [InlineData("r_DATEADD_function", "2009-08-28 00:00:00", "SELECT DATEADD(month, 18, '2008-02-28')")]
    [InlineData("r_DATEADD_function", "2008-02-28 00:18:00", "SELECT DATEADD(m, 18, '2008-02-28')")]
    [InlineData("r_DATEADD_function", "2008-05-30 00:00:00", "SELECT DATEADD(month, 1, DATE '2008-04-30')")]
    [InlineData("r_DATEADD_function", "2017-03-01 00:00:00", "SELECT DATEADD(year, 1, '2016-02-29')")]
    [InlineData("r_DATEADD_function", "2017-02-28 00:00:00", "SELECT DATEADD(month, 12, '2016-02-29')")]
    [InlineData("r_DATEADD_function", "2020-02-29 00:00:00", "SELECT DATEADD(yr, 4, '2016-02-29')")]
    [InlineData("r_DATEADD_function", "2008-03-31 00:00:00", "SELECT DATEADD(qtr, 1, '2007-12-31')")]
    [InlineData("r_DATEADD_function", "2008-01-15 00:00:00", "SELECT DATEADD(week, 2, '2008-01-01')")]
    [InlineData("r_DATEADD_function", "2008-01-01 00:00:00.25", "SELECT DATEADD(ms, 250, '2008-01-01')")]
    [InlineData("r_DATEADD_function", "2007-12-31 23:59:59.999999", "SELECT DATEADD(us, -1, '2008-01-01')")]
    [InlineData("r_DATEADD_function", "13:29:55", "SELECT DATEADD(minute, 5, TIME '13:24:55')")]
    [InlineData("r_DATEADD_function", "02:00:00", "SELECT DATEADD(hour, 3, TIME '23:00:00')")]
    [InlineData("r_DATEADD_function", "2008-01-02 00:00:00", "SELECT DATEADD('day', 1, DATE '2008-01-01')")]
    [InlineData("r_DATEDIFF_function", "52", "SELECT DATEDIFF(week, '2009-01-01', '2009-12-31')")]
    [InlineData("r_DATEDIFF_function", "40", "SELECT DATEDIFF(qtr, '1998-07-01', '2008-07-01')")]
    [InlineData("r_DATEDIFF_function", "1", "SELECT DATEDIFF(year, '2008-12-31', '2009-01-01')")]
    [InlineData("r_DATEDIFF_function", "-1", "SELECT DATEDIFF(month, '2009-01-01', '2008-12-31')")]
    [InlineData("r_DATEDIFF_function", "8736", "SELECT DATEDIFF(hours, '2009-01-01', '2009-12-31')")]
    [InlineData("r_DATEDIFF_function", "1", "SELECT DATEDIFF(minute, TIMESTAMP '2009-01-01 00:00:59', TIMESTAMP '2009-01-01 00:01:00')")]
    [InlineData("r_DATEDIFF_function", "364", "SELECT DATEDIFF(day, DATE '2009-01-01', DATE '2009-12-31')")]
    [InlineData("r_DATEDIFF_function", "1500", "SELECT DATEDIFF(ms, '2009-01-01 00:00:00', '2009-01-01 00:00:01.5')")]
    [InlineData("r_DATEDIFF_function", "-1", "SELECT DATEDIFF(hour, TIME '02:00:00', TIME '01:59:59')")]
    [InlineData("r_DATE_CMP", "-1|0|1", "SELECT DATE_CMP('2008-01-01', '2008-01-04'), DATE_CMP('2008-01-04', '2008-01-04'), DATE_CMP('2008-01-05', '2008-01-04')")]
    [InlineData("r_DATE_PART_function", "5", "SELECT DATE_PART(minute, TIMESTAMP '20230104 04:05:06.789')")]
    [InlineData("r_DATE_PART_function", "789000", "SELECT DATE_PART(microsecond, TIMESTAMP '20230104 04:05:06.789')")]
    [InlineData("r_DATE_PART_function", "6.789", "SELECT DATE_PART(second, TIMESTAMP '20230104 04:05:06.789')")]
    [InlineData("r_DATE_PART_function", "0|6", "SELECT DATE_PART(dow, DATE '2023-01-01'), DATE_PART(weekday, DATE '2023-01-07')")]
    [InlineData("r_DATE_PART_function", "35", "SELECT DATE_PART(w, TIMESTAMP '2008-08-25 09:00:00')")]
    [InlineData("r_DATE_PART_function", "1199145600", "SELECT DATE_PART(epoch, TIMESTAMP '2008-01-01')")]
    [InlineData("r_DATE_PART_YEAR", "2023", "SELECT DATE_PART_YEAR(DATE '2023-01-04')")]
    [InlineData("r_DATE_TRUNC", "2020-04-30 04:05:00", "SELECT DATE_TRUNC('minute', TIMESTAMP '20200430 04:05:06.789')")]
    [InlineData("r_DATE_TRUNC", "2020-04-30 04:00:00", "SELECT DATE_TRUNC('hour', TIMESTAMP '20200430 04:05:06.789')")]
    [InlineData("r_DATE_TRUNC", "2020-04-30 00:00:00", "SELECT DATE_TRUNC('day', TIMESTAMP '20200430 04:05:06.789')")]
    [InlineData("r_DATE_TRUNC", "2020-04-27 00:00:00", "SELECT DATE_TRUNC('week', DATE '2020-04-30')")]
    [InlineData("r_DATE_TRUNC", "2020-04-01 00:00:00", "SELECT DATE_TRUNC('qtr', DATE '2020-06-30')")]
    [InlineData("r_EXTRACT_function", "8", "SELECT EXTRACT(minutes FROM TIMESTAMP '2009-09-09 12:08:43')")]
    [InlineData("r_EXTRACT_function", "101", "SELECT EXTRACT(ms FROM TIMESTAMP '2009-09-09 12:08:43.101')")]
    [InlineData("r_EXTRACT_function", "43", "SELECT EXTRACT(second FROM TIMESTAMP '2009-09-09 12:08:43.999')")]
    [InlineData("r_Dateparts_for_datetime_functions", "21|3", "SELECT EXTRACT(century FROM TIMESTAMP '2009-09-09'), EXTRACT(millennium FROM TIMESTAMP '2009-09-09')")]
    [InlineData("r_Dateparts_for_datetime_functions", "200|201", "SELECT EXTRACT(decade FROM TIMESTAMP '1999-02-16'), EXTRACT(decade FROM TIMESTAMP '2000-02-16')")]
    [InlineData("r_INTERVAL_CMP", "-1", "SELECT INTERVAL_CMP(INTERVAL '3 days', INTERVAL '1 year')")]
    [InlineData("r_LAST_DAY", "2004-01-31|2004-02-29", "SELECT LAST_DAY(DATE '2004-01-09'), LAST_DAY(TIMESTAMP '2004-02-01 10:00:00')")]
    [InlineData("r_MONTHS_BETWEEN_function", "-2", "SELECT MONTHS_BETWEEN('1969-01-18', '1969-03-18')")]
    [InlineData("r_MONTHS_BETWEEN_function", "1", "SELECT MONTHS_BETWEEN(DATE '2008-03-31', DATE '2008-02-29')")]
    [InlineData("r_NEXT_DAY", "2014-08-26", "SELECT NEXT_DAY('2014-08-20', 'Tuesday')")]
    [InlineData("r_NEXT_DAY", "2014-08-27", "SELECT NEXT_DAY(DATE '2014-08-20', 'we')")]
    [InlineData("r_TRUNC_date", "2011-07-21", "SELECT TRUNC(TIMESTAMP '2011-07-21 10:32:38.248109')")]
    [InlineData("r_TO_DATE_function", "2001-10-02", "SELECT TO_DATE('02 Oct 2001', 'DD Mon YYYY')")]
    [InlineData("r_TO_DATE_function", "2001-07-01", "SELECT TO_DATE('20010631', 'YYYYMMDD', FALSE)")]
    [InlineData("r_TO_TIMESTAMP", "2021-04-12 17:45:00+00", "SELECT TO_TIMESTAMP('04-12-2021 17:45', 'MM-DD-YYYY HH24:MI')")]
    [InlineData("r_TO_CHAR", "DECEMBER -THU-31-2009 11:15PM", "SELECT TO_CHAR(TIMESTAMP '2009-12-31 23:15:59', 'MONTH-DY-DD-YYYY HH12:MIPM')")]
    [InlineData("r_TO_CHAR", "4", "SELECT TO_CHAR(TIMESTAMP '2009-12-31 23:15:59', 'ID')")]
    [InlineData("CONVERT_TIMEZONE", "2008-08-21 03:23:54", "SELECT CONVERT_TIMEZONE('America/New_York', '2008-08-21 07:23:54')")]
    [InlineData("CONVERT_TIMEZONE", "2013-02-01 08:00:00", "SELECT CONVERT_TIMEZONE('EST', 'America/Los_Angeles', TIMESTAMP '2013-02-01 11:00:00')")]
    [InlineData("r_AT_TIME_ZONE", "2001-02-17 01:38:40+00", "SELECT TIMESTAMP '2001-02-16 20:38:40' AT TIME ZONE 'EST'")]
    [InlineData("r_DATE-CONCATENATE_function", "2000-01-02 20:08:08", "SELECT DATE '20000102' + TIME '20:08:08'")]
    [InlineData("r_interval_literals", "2009-01-21 00:00:00", "SELECT DATE '2008-12-31' + INTERVAL '21 days'")]
    [InlineData("r_interval_literals", "2008-12-31 00:00:52", "SELECT DATE '2008-12-31' + INTERVAL '52'")]
    [InlineData("r_SYSDATE", "t", "SELECT TRUNC(SYSDATE) = CURRENT_DATE")]
    [InlineData("r_GETDATE", "t", "SELECT DATE_PART(us, GETDATE()) = 0")]
    public Task Answers(string page, string expected, params string[] statements) => AssertAnswerAsync(page, expected, statements);

    [Theory]
    [InlineData("r_TO_DATE_function", "22008", "date/time field value out of range: \"20010631\"", "SELECT TO_DATE('20010631', 'YYYYMMDD', TRUE)")]
    [InlineData("r_NEXT_DAY", "22023", "Not a valid day of the week", "SELECT NEXT_DAY(DATE '2014-08-20', 'noday')")]
    public Task Is_refused(string page, string sqlState, string message, params string[] statements)
        => AssertRefusedAsync(page, sqlState, message, statements);

    [Fact]
    public async Task SYSDATE_stands_still_in_a_transaction()
    {
        await using var connection = await Emulator.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var first = await connection.ScalarAsync("SELECT SYSDATE");
        var second = await connection.ScalarAsync("SELECT SYSDATE");

        Assert.IsType<DateTime>(first);
        Assert.Equal(first, second);
    }
}
