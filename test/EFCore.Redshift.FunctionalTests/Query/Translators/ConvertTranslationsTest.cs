using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query.Translators;

public sealed class ConvertTranslationsTest(BasicTypesFixture fixture) : QueryTest<BasicTypesContext>(fixture), IClassFixture<BasicTypesFixture>
{
    [Fact]
    public Task Int_ToString()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Int.ToString()),
            """
            SELECT CAST("b"."int" AS varchar(20))
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Long_ToString()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Long.ToString()),
            """
            SELECT CAST("b"."long" AS varchar(20))
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Bool_ToString()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Bool.ToString()),
            """
            SELECT CASE
                WHEN "b"."bool" THEN 'True'
                WHEN NOT ("b"."bool") THEN 'False'
            END
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Guid_ToString()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Guid.ToString()),
            """
            SELECT CAST("b"."guid" AS varchar(36))
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Decimal_ToString()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Decimal.ToString()),
            """
            SELECT CAST("b"."decimal" AS varchar(50))
            FROM "basictypes" AS "b"
            """,
            expected: rows => rows.Select(r => r.Decimal.ToString("0.0000")));

    [Fact]
    public Task Cast_to_decimal_keeps_the_digits_that_the_other_operand_lacks()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Id < 3).Select(r => new { Sum = r.Decimal + (decimal)(r.Double / 64), Int = r.Decimal * r.Int }),
            """
            SELECT "b"."decimal" + CAST("b"."double" / 64.0 AS decimal(28,10)) AS "sum", "b"."decimal" * CAST("b"."int" AS decimal(10,0)) AS "int"
            FROM "basictypes" AS "b"
            WHERE "b"."id" < 3
            """);

    [Fact]
    public Task Convert_ToInt64_of_int()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Convert.ToInt64(r.Int)),
            """
            SELECT CAST("b"."int" AS bigint)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Convert_ToDouble()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Convert.ToDouble(r.Decimal)),
            """
            SELECT CAST("b"."decimal" AS double precision)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Convert_ToString()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Convert.ToString(r.Int)),
            """
            SELECT CAST("b"."int" AS varchar(20))
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Convert_ToDecimal()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => Convert.ToDecimal(r.Int)),
            """
            SELECT CAST("b"."int" AS decimal(28,10))
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Convert_ToBoolean()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Convert.ToBoolean(r.Int)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."int" <> CAST(0 AS integer)
            """);

    [Fact]
    public Task Int_Parse()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Id != 3 && int.Parse(r.Short.ToString()) == 8).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."id" <> 3 AND CAST(CAST("b"."short" AS varchar(20)) AS integer) = 8
            """);

    [Fact]
    public Task Double_Parse()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => double.Parse(r.Short.ToString())),
            """
            SELECT CAST(CAST("b"."short" AS varchar(20)) AS double precision)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Decimal_Parse()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => decimal.Parse(r.Short.ToString())),
            """
            SELECT CAST(CAST("b"."short" AS varchar(20)) AS decimal(28,10))
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Guid_comparison()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Guid == new Guid("df36f493-463f-4123-83f9-6b135deeb7ba")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."guid" = 'df36f493-463f-4123-83f9-6b135deeb7ba'
            """);

    [Fact]
    public Task Guid_NewGuid()
        => AssertRefused(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Guid == Guid.NewGuid()).Select(r => r.Id),
            "could not be translated");

    [Fact]
    public Task Enum_comparison()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Enum == BasicEnum.Eight).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."enum" = 8
            """);

    [Fact]
    public Task Enum_HasFlag()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Enum.HasFlag(BasicEnum.Two)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE ("b"."enum" & 2) = 2
            """);

    [Fact]
    public Task Enum_bitwise()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => (r.Enum & BasicEnum.One) == BasicEnum.One).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE ("b"."enum" & 1) = 1
            """);

    [Fact]
    public Task Bool_column()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.Bool).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."bool"
            """);

    [Fact]
    public Task Bool_negated()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => !r.Bool).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE NOT ("b"."bool")
            """);

    [Fact]
    public Task Nullable_bool_is_true()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.NullableBool == true).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."nullablebool"
            """);

    [Fact]
    public Task Bool_exclusive_or()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Bool ^ r.Int > 3),
            """
            SELECT "b"."bool" <> ("b"."int" > 3)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Coalesce()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.NullableString ?? "none"),
            """
            SELECT COALESCE("b"."nullablestring", 'none')
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Conditional()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.Int > 3 ? "big" : r.NullableString),
            """
            SELECT CASE
                WHEN "b"."int" > 3 THEN 'big'
                ELSE "b"."nullablestring"
            END
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Nullable_value_or_default()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.NullableInt.GetValueOrDefault()),
            """
            SELECT COALESCE("b"."nullableint", 0)
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task ToString_of_a_missing_number_is_empty()
        => AssertQuery(
            (IQuerySource db) => db.Rows<BasicTypes>().Select(b => new { b.Id, Text = b.NullableInt.ToString() }),
            """
            SELECT "b"."id", COALESCE(CAST("b"."nullableint" AS varchar(20)), '') AS "text"
            FROM "basictypes" AS "b"
            """);
}
