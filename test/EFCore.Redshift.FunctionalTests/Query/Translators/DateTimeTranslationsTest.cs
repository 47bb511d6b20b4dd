using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query.Translators;

public sealed class DateTimeTranslationsTest(BasicTypesFixture fixture) : QueryTest<BasicTypesContext>(fixture), IClassFixture<BasicTypesFixture>
{
    [Fact]
    public Task Year()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime.Year == 2016).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(DATE_PART(year, "b"."datetime") AS integer) = 2016
            """);

    [Fact]
    public Task Month()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime.Month == 12).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(DATE_PART(month, "b"."datetime") AS integer) = 12
            """);

    [Fact]
    public Task Day()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime.Day == 29).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(DATE_PART(day, "b"."datetime") AS integer) = 29
            """);

    [Fact]
    public Task Hour()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime.Hour == 23).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(DATE_PART(hour, "b"."datetime") AS integer) = 23
            """);

    [Fact]
    public Task Minute()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime.Minute == 59).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(DATE_PART(minute, "b"."datetime") AS integer) = 59
            """);

    [Fact]
    public Task Second()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime.Second == 59).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(TRUNC(DATE_PART(second, "b"."datetime")) AS integer) = 59
            """);

    [Fact]
    public Task Millisecond()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime.Millisecond == 123).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(TRUNC(DATE_PART(millisecond, "b"."datetime")) AS integer) = 123
            """);

    [Fact]
    public Task Microsecond()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime.Microsecond == 456).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(DATE_PART(microsecond, "b"."datetime") AS integer) % 1000 = 456
            """);

    [Fact]
    public Task DayOfYear()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime.DayOfYear == 60).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(DATE_PART(dayofyear, "b"."datetime") AS integer) = 60
            """);

    [Fact]
    public Task DayOfWeek()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime.DayOfWeek),
            """
            SELECT CAST(DATE_PART(dayofweek, "b"."datetime") AS integer)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Date()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime.Date == new DateTime(2016, 2, 29)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE DATE_TRUNC('day', "b"."datetime") = TIMESTAMP '2016-02-29 00:00:00'
            """);

    [Fact]
    public Task Now()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime < DateTime.Now).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."datetime" < GETDATE()
            """);

    [Fact]
    public Task UtcNow()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime < DateTime.UtcNow).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."datetime" < GETDATE()
            """);

    [Fact]
    public Task Today()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime < DateTime.Today).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."datetime" < DATE_TRUNC('day', GETDATE())
            """);

    [Fact]
    public Task AddYears()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime.AddYears(1)),
            """
            SELECT DATEADD(month, 12, "b"."datetime")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task AddMonths()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime.AddMonths(1)),
            """
            SELECT DATEADD(month, 1, "b"."datetime")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task AddDays()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime.AddDays(1)),
            """
            SELECT DATEADD(day, 1, "b"."datetime")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task AddDays_fraction()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime.AddDays(1.5)),
            """
            SELECT DATEADD(millisecond, CAST(ROUND((1.5 - TRUNC(1.5)) * 86400000.0) AS integer), DATEADD(day, CAST(TRUNC(1.5) AS integer), "b"."datetime"))
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task AddDays_column()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime.AddDays(r.Short < 100 && r.Short > 0 ? r.Short : 1)),
            """
            SELECT DATEADD(day, CASE
                WHEN "b"."short" < 100 AND "b"."short" > 0 THEN CAST("b"."short" AS integer)
                ELSE 1
            END, "b"."datetime")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task AddHours()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime.AddHours(25)),
            """
            SELECT DATEADD(hour, 25, "b"."datetime")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task AddMinutes()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime.AddMinutes(90)),
            """
            SELECT DATEADD(minute, 90, "b"."datetime")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task AddSeconds()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime.AddSeconds(0.5)),
            """
            SELECT DATEADD(microsecond, CAST(ROUND((0.5 - TRUNC(0.5)) * 1000000.0) AS integer), DATEADD(second, CAST(TRUNC(0.5) AS integer), "b"."datetime"))
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task AddMilliseconds()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime.AddMilliseconds(250)),
            """
            SELECT DATEADD(millisecond, 250, "b"."datetime")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task AddDays_parameter()
    {
        var days = 2.25;

        return AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime.AddDays(days)),
            """
            SELECT DATEADD(millisecond, CAST(ROUND((@days - TRUNC(@days)) * 86400000.0) AS integer), DATEADD(day, CAST(TRUNC(@days) AS integer), "b"."datetime"))
            FROM "basictypes" AS "b"
            """);
    }

    [Fact]
    public Task AddMonths_parameter()
    {
        var months = 13;

        return AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime.AddMonths(months)),
            """
            SELECT DATEADD(month, @months, "b"."datetime")
            FROM "basictypes" AS "b"
            """);
    }

    [Fact]
    public Task Subtract_and_TotalDays()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => (r.DateTime - new DateTime(1998, 5, 3)).TotalDays > 1).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(CAST(DATEDIFF(microsecond, TIMESTAMP '1998-05-03 00:00:00', "b"."datetime") * 10 AS bigint) AS double precision) / 864000000000.0 > 1.0
            """);

    [Fact]
    public Task Subtract()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime - new DateTime(2000, 1, 1)),
            """
            SELECT DATEDIFF(microsecond, TIMESTAMP '2000-01-01 00:00:00', "b"."datetime") * 10
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Add_TimeSpan()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTime + new TimeSpan(1, 2, 3, 4)),
            """
            SELECT DATEADD(second, 93784, "b"."datetime")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Add_TimeSpan_column()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Id == 3 ? r.DateTime : r.DateTime + r.TimeSpan),
            """
            SELECT CASE
                WHEN "b"."id" = 3 THEN "b"."datetime"
                ELSE DATEADD(microsecond, CAST((CAST("b"."timespan" AS bigint) % 10000000) / 10 AS integer), DATEADD(second, CAST(CAST("b"."timespan" AS bigint) / 10000000 AS integer), "b"."datetime"))
            END
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Subtract_TimeSpan()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Id == 3 ? r.DateTime : r.DateTime - new TimeSpan(0, 0, 1)),
            """
            SELECT CASE
                WHEN "b"."id" = 3 THEN "b"."datetime"
                ELSE DATEADD(second, -1, "b"."datetime")
            END
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task New_with_constant()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTime == new DateTime(1998, 5, 4, 15, 30, 10)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."datetime" = TIMESTAMP '1998-05-04 15:30:10'
            """);

    [Fact]
    public Task New_with_columns()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => new DateTime(r.DateTime.Year, r.DateTime.Month, 1)),
            """
            SELECT CAST(DATE_PART(year, "b"."datetime") AS integer), CAST(DATE_PART(month, "b"."datetime") AS integer)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task DateOnly_Year()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateOnly.Year == 2016).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(DATE_PART(year, "b"."dateonly") AS integer) = 2016
            """);

    [Fact]
    public Task DateOnly_Day()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateOnly.Day == 29).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(DATE_PART(day, "b"."dateonly") AS integer) = 29
            """);

    [Fact]
    public Task DateOnly_DayOfWeek()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateOnly.DayOfWeek),
            """
            SELECT CAST(DATE_PART(dayofweek, "b"."dateonly") AS integer)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task DateOnly_DayNumber()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateOnly.DayNumber),
            """
            SELECT CAST(DATEDIFF(day, DATE '0001-01-01', "b"."dateonly") AS integer)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task DateOnly_AddDays()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateOnly.AddDays(3)),
            """
            SELECT CAST(DATEADD(day, 3, "b"."dateonly") AS date)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task DateOnly_AddMonths()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateOnly.AddMonths(1)),
            """
            SELECT CAST(DATEADD(month, 1, "b"."dateonly") AS date)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task DateOnly_AddYears()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateOnly.AddYears(1)),
            """
            SELECT CAST(DATEADD(month, 12, "b"."dateonly") AS date)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task DateOnly_FromDateTime()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => DateOnly.FromDateTime(r.DateTime) == new DateOnly(2016, 2, 29)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST("b"."datetime" AS date) = DATE '2016-02-29'
            """);

    [Fact]
    public Task DateOnly_ToDateTime()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateOnly.ToDateTime(TimeOnly.MinValue)),
            """
            SELECT "b"."dateonly"
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task TimeOnly_Hour()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.TimeOnly.Hour == 15).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(DATE_PART(hour, "b"."timeonly") AS integer) = 15
            """);

    [Fact]
    public Task TimeOnly_Minute()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.TimeOnly.Minute == 59).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(DATE_PART(minute, "b"."timeonly") AS integer) = 59
            """);

    [Fact]
    public Task TimeOnly_Second()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.TimeOnly.Second == 8).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(TRUNC(DATE_PART(second, "b"."timeonly")) AS integer) = 8
            """);

    [Fact]
    public Task TimeOnly_Millisecond()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.TimeOnly.Millisecond == 123).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(TRUNC(DATE_PART(millisecond, "b"."timeonly")) AS integer) = 123
            """);

    [Fact]
    public Task TimeOnly_AddHours()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.TimeOnly.AddHours(3)),
            """
            SELECT DATEADD(hour, 3, "b"."timeonly")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task TimeOnly_FromDateTime()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => TimeOnly.FromDateTime(r.DateTime)),
            """
            SELECT CAST("b"."datetime" AS time)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task DateTimeOffset_Year()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTimeOffset.Year == 2016).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(DATE_PART(year, "b"."datetimeoffset") AS integer) = 2016
            """);

    [Fact]
    public Task DateTimeOffset_AddDays()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTimeOffset.AddDays(1)),
            """
            SELECT DATEADD(day, 1, "b"."datetimeoffset")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task DateTimeOffset_UtcNow()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.DateTimeOffset < DateTimeOffset.UtcNow).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."datetimeoffset" < CAST(GETDATE() AS timestamptz)
            """);

    [Fact]
    public Task DateTimeOffset_Date()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.DateTimeOffset.Date),
            """
            SELECT DATE_TRUNC('day', CAST("b"."datetimeoffset" AS timestamp))
            FROM "basictypes" AS "b"
            """,
            expected: rows => rows.Select(r => r.DateTimeOffset.UtcDateTime.Date));

    [Fact]
    public Task TimeSpan_Days()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.TimeSpan.Days),
            """
            SELECT CAST(CAST("b"."timespan" AS bigint) / 864000000000 AS integer)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task TimeSpan_Hours()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.TimeSpan.Hours),
            """
            SELECT CAST((CAST("b"."timespan" AS bigint) / 36000000000) % 24 AS integer)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task TimeSpan_Minutes()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.TimeSpan.Minutes),
            """
            SELECT CAST((CAST("b"."timespan" AS bigint) / 600000000) % 60 AS integer)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task TimeSpan_Seconds()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.TimeSpan.Seconds),
            """
            SELECT CAST((CAST("b"."timespan" AS bigint) / 10000000) % 60 AS integer)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task TimeSpan_Milliseconds()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.TimeSpan.Milliseconds),
            """
            SELECT CAST((CAST("b"."timespan" AS bigint) / 10000) % 1000 AS integer)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task TimeSpan_TotalHours()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.TimeSpan.TotalHours),
            """
            SELECT CAST(CAST("b"."timespan" AS bigint) AS double precision) / 36000000000.0
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task TimeSpan_comparison()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.TimeSpan > TimeSpan.FromHours(1)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."timespan" > 36000000000
            """);

    [Fact]
    public Task The_time_between_times_of_day_runs_past_midnight()
        => AssertQuery(
            (IQuerySource db) => db.Rows<BasicTypes>().Select(b => new { b.Id, Past = b.TimeOnly - new TimeOnly(1, 0) }),
            """
            SELECT "b"."id", ((DATEDIFF(microsecond, TIME '01:00:00', "b"."timeonly") + 86400000000) % 86400000000) * 10 AS "past"
            FROM "basictypes" AS "b"
            """);
}
