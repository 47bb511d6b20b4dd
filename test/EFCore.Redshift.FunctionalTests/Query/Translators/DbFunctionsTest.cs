using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using EFCore.Redshift.Query;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.Query.Translators;

public sealed class DbFunctionsTest(BasicTypesFixture fixture) : QueryTest<BasicTypesContext>(fixture), IClassFixture<BasicTypesFixture>
{
    [Fact]
    public Task DateDiff()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => EF.Functions.DateDiff(RedshiftDatePart.Month, r.DateTime, new DateTime(2024, 12, 31))),
            """
            SELECT DATEDIFF(month, "b"."datetime", TIMESTAMP '2024-12-31 00:00:00')
            FROM "basictypes" AS "b"
            """,
            expected: rows => rows.Select(r => (2024 - r.DateTime.Year) * 12L + 12 - r.DateTime.Month));

    [Fact]
    public Task DateDiff_of_dates()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => EF.Functions.DateDiff(RedshiftDatePart.Day, r.DateOnly, new DateOnly(2024, 12, 31))),
            """
            SELECT DATEDIFF(day, "b"."dateonly", DATE '2024-12-31')
            FROM "basictypes" AS "b"
            """,
            expected: rows => rows.Select(r => (long)(new DateOnly(2024, 12, 31).DayNumber - r.DateOnly.DayNumber)));

    [Fact]
    public Task DateAdd()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => EF.Functions.DateAdd(RedshiftDatePart.Hour, r.Id, r.DateTime)),
            """
            SELECT DATEADD(hour, "b"."id", "b"."datetime")
            FROM "basictypes" AS "b"
            """,
            expected: rows => rows.Select(r => r.DateTime.AddHours(r.Id)));

    [Fact]
    public Task DateTrunc()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => EF.Functions.DateTrunc(RedshiftDatePart.Month, r.DateTime)),
            """
            SELECT DATE_TRUNC('month', "b"."datetime")
            FROM "basictypes" AS "b"
            """,
            expected: rows => rows.Select(r => new DateTime(r.DateTime.Year, r.DateTime.Month, 1)));

    [Fact]
    public Task ConvertTimeZone()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Id == 1).Select(r => EF.Functions.ConvertTimeZone("UTC", "Europe/Berlin", r.DateTime)),
            """
            SELECT CONVERT_TIMEZONE('UTC', 'Europe/Berlin', "b"."datetime")
            FROM "basictypes" AS "b"
            WHERE "b"."id" = 1
            """,
            expected: rows => rows.Where(r => r.Id == 1).Select(r => r.DateTime.AddHours(2)));

    [Fact]
    public Task RegexpSubstr()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Id == 1).Select(r => EF.Functions.RegexpSubstr(r.String, "t+")),
            """
            SELECT REGEXP_SUBSTR("b"."string", 't+', 1, 1, 'p')
            FROM "basictypes" AS "b"
            WHERE "b"."id" = 1
            """,
            expected: rows => rows.Where(r => r.Id == 1).Select(r => "tt"));

    [Fact]
    public Task Md5()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Id == 4).Select(r => EF.Functions.Md5(r.String)),
            """
            SELECT MD5("b"."string")
            FROM "basictypes" AS "b"
            WHERE "b"."id" = 4
            """,
            expected: rows => rows.Where(r => r.Id == 4).Select(r => "d41d8cd98f00b204e9800998ecf8427e"));

    [Fact]
    public Task Sha2()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Id == 4).Select(r => EF.Functions.Sha2(r.String, 256)),
            """
            SELECT SHA2("b"."string", 256)
            FROM "basictypes" AS "b"
            WHERE "b"."id" = 4
            """,
            expected: rows => rows.Where(r => r.Id == 4).Select(r => "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));

    [Fact]
    public Task StrToL()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Id == 1).Select(r => EF.Functions.StrToL("ff", 16)),
            """
            SELECT STRTOL('ff', 16)
            FROM "basictypes" AS "b"
            WHERE "b"."id" = 1
            """,
            expected: rows => rows.Where(r => r.Id == 1).Select(r => 255L));

    [Fact]
    public Task Median()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.GroupBy(r => r.Bool).Select(g => new { g.Key, Median = EF.Functions.Median(g.Select(r => r.Double)) }),
            """
            SELECT "b"."bool" AS "key", MEDIAN("b"."double") AS "median"
            FROM "basictypes" AS "b"
            GROUP BY "b"."bool"
            """,
            expected: rows => rows.GroupBy(r => r.Bool).Select(g => new { g.Key, Median = (double?)(g.Key ? 3.125 : -3.375) }));

    [Fact]
    public Task PercentileCont()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.GroupBy(r => r.Bool).Select(g => new { g.Key, Median = EF.Functions.PercentileCont(g.Select(r => r.Double), 0.5) }),
            """
            SELECT "b"."bool" AS "key", PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY "b"."double") AS "median"
            FROM "basictypes" AS "b"
            GROUP BY "b"."bool"
            """,
            expected: rows => rows.GroupBy(r => r.Bool).Select(g => new { g.Key, Median = (double?)(g.Key ? 3.125 : -3.375) }));

    [Fact]
    public Task ApproximateCountDistinct()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.GroupBy(r => r.Bool).Select(g => new { g.Key, Count = EF.Functions.ApproximateCountDistinct(g.Select(r => r.NullableBool)) }),
            """
            SELECT "b"."bool" AS "key", APPROXIMATE COUNT(DISTINCT ("b"."nullablebool")) AS "count"
            FROM "basictypes" AS "b"
            GROUP BY "b"."bool"
            """,
            expected: rows => rows.GroupBy(r => r.Bool).Select(g => new { g.Key, Count = g.Select(r => r.NullableBool).Where(b => b != null).Distinct().LongCount() }));

    [Fact]
    public Task StandardDeviationPopulation()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.GroupBy(r => r.Bool).Select(g => new { g.Key, Deviation = EF.Functions.StandardDeviationPopulation(g.Select(r => r.Double)) }),
            """
            SELECT "b"."bool" AS "key", STDDEV_POP("b"."double") AS "deviation"
            FROM "basictypes" AS "b"
            GROUP BY "b"."bool"
            """,
            expected: rows => rows.GroupBy(r => r.Bool).Select(g => new { g.Key, Deviation = (double?)Math.Sqrt(g.Average(r => r.Double * r.Double) - (g.Average(r => r.Double) * g.Average(r => r.Double))) }));

    [Fact]
    public Task Random()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => EF.Functions.Random() >= 0).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE RANDOM() >= 0.0
            """,
            expected: rows => rows.Select(r => r.Id));

    [Fact]
    public Task Collate()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => EF.Functions.Collate(r.String, "case_insensitive") == "SEATTLE").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE COLLATE("b"."string", 'case_insensitive') = 'SEATTLE'
            """,
            expected: rows => rows.Where(r => r.Id == 1).Select(r => r.Id));
}
