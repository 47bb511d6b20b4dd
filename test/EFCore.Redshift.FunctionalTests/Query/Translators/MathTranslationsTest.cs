using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query.Translators;

public sealed class MathTranslationsTest(BasicTypesFixture fixture) : QueryTest<BasicTypesContext>(fixture), IClassFixture<BasicTypesFixture>
{
    [Fact]
    public Task Abs_decimal()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Math.Abs(r.Decimal) == 8.5m).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE ABS("b"."decimal") = 8.5
            """);

    [Fact]
    public Task Abs_int()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Id != 3 && Math.Abs(r.Int) == 8).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."id" <> 3 AND ABS("b"."int") = 8
            """);

    [Fact]
    public Task Abs_double()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Math.Abs(r.Double) == 8.5).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE ABS("b"."double") = 8.5
            """);

    [Fact]
    public Task Abs_float()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Math.Abs(r.Float) == 8.5f).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE ABS("b"."float") = '8.5'::real
            """);

    [Fact]
    public Task Ceiling()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Math.Ceiling(r.Double) == 9).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CEILING("b"."double") = 9.0
            """);

    [Fact]
    public Task Ceiling_decimal()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Math.Ceiling(r.Decimal) == 9).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CEILING("b"."decimal") = 9.0
            """);

    [Fact]
    public Task Floor()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Math.Floor(r.Double) == 8).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE FLOOR("b"."double") = 8.0
            """);

    [Fact]
    public Task Floor_decimal()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Math.Floor(r.Decimal) == 8).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE FLOOR("b"."decimal") = 8.0
            """);

    [Fact]
    public Task Round_decimal_with_digits()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Math.Round(r.Decimal, 3)),
            """
            SELECT ROUND("b"."decimal", 3)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Round_double_with_digits()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Math.Round(r.Double, 1)),
            """
            SELECT ROUND("b"."double", 1)
            FROM "basictypes" AS "b"
            """,
            expected: rows => rows.Select(r => Math.Round(r.Double, 1, MidpointRounding.AwayFromZero)));

    [Fact]
    public Task Truncate_decimal()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Math.Truncate(r.Decimal)),
            """
            SELECT TRUNC("b"."decimal")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Truncate_double()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Math.Truncate(r.Double)),
            """
            SELECT TRUNC("b"."double")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Sign()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Math.Sign(r.Double) > 0).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(SIGN("b"."double") AS integer) > 0
            """);

    [Fact]
    public Task Sign_decimal()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Math.Sign(r.Decimal) == -1).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CAST(SIGN("b"."decimal") AS integer) = -1
            """);

    [Fact]
    public Task Sqrt()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Double > 0 && Math.Sqrt(r.Double) > 1.5).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."double" > 0.0 AND SQRT("b"."double") > 1.5
            """);

    [Fact]
    public Task Cbrt()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Math.Cbrt(r.Double)),
            """
            SELECT CBRT("b"."double")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Exp()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Math.Exp(r.Double)),
            """
            SELECT EXP("b"."double")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Power()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Math.Pow(r.Int, 2) == 64).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE POWER(CAST("b"."int" AS double precision), 2.0) = 64.0
            """);

    [Fact]
    public Task PowF()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => MathF.Pow(r.Float, 2f)),
            """
            SELECT CAST(POWER(CAST("b"."float" AS double precision), CAST('2'::real AS double precision)) AS real)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Log()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Double > 0 ? Math.Log(r.Double) : 0),
            """
            SELECT CASE
                WHEN "b"."double" > 0.0 THEN LN("b"."double")
                ELSE 0.0
            END
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Log10()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Double > 0 ? Math.Log10(r.Double) : 0),
            """
            SELECT CASE
                WHEN "b"."double" > 0.0 THEN LOG("b"."double")
                ELSE 0.0
            END
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Log2()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Double > 0 ? Math.Log2(r.Double) : 0),
            """
            SELECT CASE
                WHEN "b"."double" > 0.0 THEN LN("b"."double") / LN(2.0)
                ELSE 0.0
            END
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Log_with_base()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Double > 0 ? Math.Log(r.Double, 7) : 0),
            """
            SELECT CASE
                WHEN "b"."double" > 0.0 THEN LN("b"."double") / LN(7.0)
                ELSE 0.0
            END
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Sin()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Math.Sin(r.Double)),
            """
            SELECT SIN("b"."double")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Cos()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Math.Cos(r.Double)),
            """
            SELECT COS("b"."double")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Tan()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Math.Tan(r.Double)),
            """
            SELECT TAN("b"."double")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Atan()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Math.Atan(r.Double)),
            """
            SELECT ATAN("b"."double")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Asin()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Double >= -1 && r.Double <= 1 && Math.Asin(r.Double) > -1).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."double" >= -1.0 AND "b"."double" <= 1.0 AND ASIN("b"."double") > -1.0
            """);

    [Fact]
    public Task Acos()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Double >= -1 && r.Double <= 1 && Math.Acos(r.Double) > -1).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."double" >= -1.0 AND "b"."double" <= 1.0 AND ACOS("b"."double") > -1.0
            """);

    [Fact]
    public Task Degrees()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => double.RadiansToDegrees(r.Double)),
            """
            SELECT DEGREES("b"."double")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Radians()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => double.DegreesToRadians(r.Double)),
            """
            SELECT RADIANS("b"."double")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Max()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Math.Max(r.Int, r.Short) == r.Int).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE GREATEST("b"."int", CAST("b"."short" AS integer)) = "b"."int"
            """);

    [Fact]
    public Task Min()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Math.Min(r.Int, 0) == r.Int).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE LEAST("b"."int", 0) = "b"."int"
            """);

    [Fact]
    public Task Modulo_int()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Int % 5),
            """
            SELECT "b"."int" % 5
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Modulo_decimal()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Id == 3 ? 0 : r.Decimal % 3m),
            """
            SELECT CASE
                WHEN "b"."id" = 3 THEN 0.0
                ELSE "b"."decimal" % 3.0
            END
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Modulo_double()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Double % 3),
            """
            SELECT "b"."double" - 3.0 * TRUNC("b"."double" / 3.0)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Divide_int()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Int / 3),
            """
            SELECT "b"."int" / 3
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Divide_int_as_double()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Int / 4.0),
            """
            SELECT CAST("b"."int" AS double precision) / 4.0
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Bitwise_and()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Int & 12),
            """
            SELECT "b"."int" & 12
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Bitwise_or()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Short | 1),
            """
            SELECT "b"."short" | 1
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Bitwise_xor()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Int ^ 3),
            """
            SELECT "b"."int" # 3
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Bitwise_not()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => ~r.Int),
            """
            SELECT ~"b"."int"
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Bitwise_in_comparison()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => (r.Int & 8) != 0).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE ("b"."int" & 8) <> 0
            """);

    [Fact]
    public Task Convert_double_to_int()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Id == 3 ? 0 : (int)r.Double),
            """
            SELECT CASE
                WHEN "b"."id" = 3 THEN 0
                ELSE CAST(TRUNC("b"."double") AS integer)
            END
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Convert_decimal_to_long()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => (long)r.Decimal),
            """
            SELECT CAST(TRUNC("b"."decimal") AS bigint)
            FROM "basictypes" AS "b"
            """);
}
