using System.Text.RegularExpressions;
using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using EFCore.Redshift.Query.Translators;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.Query.Translators;

public sealed class StringTranslationsTest(BasicTypesFixture fixture) : QueryTest<BasicTypesContext>(fixture), IClassFixture<BasicTypesFixture>
{
    // All that .NET takes for white space, of which an editor would show nothing.
    private const string WhiteSpace = RedshiftStringTranslator.WhiteSpace;

    [Fact]
    public Task Equals_operator()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String == "Seattle").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" = 'Seattle'
            """);

    [Fact]
    public Task Equals_with_quote_and_backslash()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String == "it's 50%_\\^ \"q\"").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" = 'it''s 50%_\\^ "q"'
            """);

    [Fact]
    public Task Equals_with_OrdinalIgnoreCase()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Equals("seattle", StringComparison.OrdinalIgnoreCase)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE LOWER("b"."string") = LOWER('seattle')
            """);

    [Fact]
    public Task Static_Equals_with_Ordinal()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => string.Equals(r.String, "Seattle", StringComparison.Ordinal)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" = 'Seattle'
            """);

    [Fact]
    public Task Length()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Length == 7).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE LEN("b"."string") = 7
            """);

    [Fact]
    public Task Length_of_nullable()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.NullableString != null && r.NullableString.Length == 3).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."nullablestring" IS NOT NULL AND LEN("b"."nullablestring") = 3
            """);

    [Fact]
    public Task ToUpper()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.ToUpper() == "SEATTLE").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE UPPER("b"."string") = 'SEATTLE'
            """);

    [Fact]
    public Task ToLower()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.ToLower() == "seattle").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE LOWER("b"."string") = 'seattle'
            """);

    [Fact]
    public Task IndexOf()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.IndexOf("eat") == 1).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE STRPOS("b"."string", 'eat') - 1 = 1
            """);

    [Fact]
    public Task IndexOf_Char()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.IndexOf('e') == 1).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE STRPOS("b"."string", 'e') - 1 = 1
            """);

    [Fact]
    public Task IndexOf_with_empty_string()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.IndexOf("") == 0).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task IndexOf_with_column()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.IndexOf(r.NullableString!) == 0).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE CASE
                WHEN LEN("b"."nullablestring") = 0 THEN 0
                ELSE STRPOS("b"."string", "b"."nullablestring") - 1
            END = 0
            """,
            expected: rows => rows.Where(r => r.NullableString != null && r.String.IndexOf(r.NullableString) == 0).Select(r => r.Id));

    [Fact]
    public Task IndexOf_with_constant_starting_position()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Length > 2 && r.String.IndexOf("e", 2) == 6).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE LEN("b"."string") > 2 AND CASE
                WHEN STRPOS(SUBSTRING("b"."string", 3, LEN("b"."string")), 'e') = 0 THEN -1
                ELSE (STRPOS(SUBSTRING("b"."string", 3, LEN("b"."string")), 'e') + 2) - 1
            END = 6
            """);

    [Fact]
    public Task IndexOf_not_found()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Length > 2 && r.String.IndexOf("e", 2) == -1).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE LEN("b"."string") > 2 AND CASE
                WHEN STRPOS(SUBSTRING("b"."string", 3, LEN("b"."string")), 'e') = 0 THEN -1
                ELSE (STRPOS(SUBSTRING("b"."string", 3, LEN("b"."string")), 'e') + 2) - 1
            END = -1
            """);

    [Fact]
    public Task Replace()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Replace("Sea", "Rea") == "Reattle").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE REPLACE("b"."string", 'Sea', 'Rea') = 'Reattle'
            """);

    [Fact]
    public Task Replace_Char()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Replace('S', 'R') == "Reattle").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE REPLACE("b"."string", 'S', 'R') = 'Reattle'
            """);

    [Fact]
    public Task Replace_with_nullable_column()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Replace("Seattle", r.NullableString) == "").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE REPLACE("b"."string", 'Seattle', COALESCE("b"."nullablestring", '')) = ''
            """);

    [Fact]
    public Task Substring()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Length >= 3 && r.String.Substring(1, 2) == "ea").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE LEN("b"."string") >= 3 AND SUBSTRING("b"."string", 2, 2) = 'ea'
            """);

    [Fact]
    public Task Substring_with_one_argument()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Length >= 1 && r.String.Substring(1) == "eattle").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE LEN("b"."string") >= 1 AND SUBSTRING("b"."string", 2, LEN("b"."string")) = 'eattle'
            """);

    [Fact]
    public Task Indexer()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Length > 0 && r.String[0] == 'S').Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE LEN("b"."string") > 0 AND SUBSTRING("b"."string", 1, 1) = 'S'
            """);

    [Fact]
    public Task FirstOrDefault()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.FirstOrDefault() == 'S').Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE LEFT("b"."string", 1) = 'S'
            """);

    [Fact]
    public Task LastOrDefault()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.LastOrDefault() == 'e').Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE RIGHT("b"."string", 1) = 'e'
            """);

    [Fact]
    public Task IsNullOrEmpty()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => string.IsNullOrEmpty(r.NullableString)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."nullablestring" IS NULL OR LEN("b"."nullablestring") = 0
            """);

    [Fact]
    public Task IsNullOrEmpty_negated()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => !string.IsNullOrEmpty(r.NullableString)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."nullablestring" IS NOT NULL AND LEN("b"."nullablestring") <> 0
            """);

    [Fact]
    public Task IsNullOrWhiteSpace()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => string.IsNullOrWhiteSpace(r.NullableString)).Select(r => r.Id),
            $"""
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."nullablestring" IS NULL OR LEN(LTRIM("b"."nullablestring", '{WhiteSpace}')) = 0
            """);

    [Fact]
    public Task StartsWith_Literal()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.StartsWith("Se")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE 'Se%'
            """);

    [Fact]
    public Task StartsWith_Literal_with_wildcards()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.StartsWith("it's 50%_\\")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE 'it''s 50^%^_\\%' ESCAPE '^'
            """);

    [Fact]
    public Task StartsWith_Literal_empty()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.NullableString!.StartsWith("")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."nullablestring" IS NOT NULL
            """,
            expected: rows => rows.Where(r => r.NullableString != null).Select(r => r.Id));

    [Fact]
    public Task StartsWith_Char()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.StartsWith('S')).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE 'S%'
            """);

    [Fact]
    public Task StartsWith_Parameter()
    {
        var pattern = "it's 50%_\\";

        return AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.StartsWith(pattern)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE @pattern_startswith
            """);
    }

    [Fact]
    public Task StartsWith_Column()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.StartsWith(r.NullableString!)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."nullablestring" IS NOT NULL AND (LEN("b"."nullablestring") = 0 OR STRPOS("b"."string", "b"."nullablestring") = 1)
            """,
            expected: rows => rows.Where(r => r.NullableString != null && r.String.StartsWith(r.NullableString)).Select(r => r.Id));

    [Fact]
    public Task EndsWith_Literal()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.EndsWith("tle")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE '%tle'
            """);

    [Fact]
    public Task EndsWith_Parameter()
    {
        var pattern = "^ \"q\"";

        return AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.EndsWith(pattern)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE @pattern_endswith
            """);
    }

    [Fact]
    public Task EndsWith_Column()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.EndsWith(r.NullableString!)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."nullablestring" IS NOT NULL AND (LEN("b"."nullablestring") = 0 OR STRPOS(REVERSE("b"."string"), REVERSE("b"."nullablestring")) = 1)
            """,
            expected: rows => rows.Where(r => r.NullableString != null && r.String.EndsWith(r.NullableString)).Select(r => r.Id));

    [Fact]
    public Task Contains_Literal()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Contains("eat")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE '%eat%'
            """);

    [Fact]
    public Task Contains_Literal_with_wildcard()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Contains("%")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE '%^%%' ESCAPE '^'
            """);

    [Fact]
    public Task Contains_Literal_with_backslash()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Contains("\\")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE '%\\%' ESCAPE '^'
            """);

    [Fact]
    public Task Contains_negated()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => !r.String.Contains("eat")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" NOT LIKE '%eat%'
            """);

    [Fact]
    public Task Contains_Parameter()
    {
        var pattern = "%_";

        return AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Contains(pattern)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE @pattern_contains
            """);
    }

    [Fact]
    public Task Contains_Column()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Contains(r.NullableString!)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."nullablestring" IS NOT NULL AND (LEN("b"."nullablestring") = 0 OR STRPOS("b"."string", "b"."nullablestring") > 0)
            """,
            expected: rows => rows.Where(r => r.NullableString != null && r.String.Contains(r.NullableString)).Select(r => r.Id));

    [Fact]
    public Task Contains_in_projection()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.NullableString!.Contains("0%")),
            """
            SELECT CASE
                WHEN "b"."nullablestring" LIKE '%0^%%' ESCAPE '^' AND "b"."nullablestring" IS NOT NULL THEN TRUE
                ELSE FALSE
            END
            FROM "basictypes" AS "b"
            """,
            expected: rows => rows.Select(r => r.NullableString != null && r.NullableString.Contains("0%")));

    [Fact]
    public Task TrimStart_without_arguments()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.TrimStart() == "Seattle").Select(r => r.Id),
            $"""
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE LTRIM("b"."string", '{WhiteSpace}') = 'Seattle'
            """);

    [Fact]
    public Task TrimEnd_with_char_argument()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.TrimEnd('e') == "Seattl").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE RTRIM("b"."string", 'e') = 'Seattl'
            """);

    [Fact]
    public Task Trim_without_arguments()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Trim() == "Äöß日本").Select(r => r.Id),
            $"""
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE RTRIM(LTRIM("b"."string", '{WhiteSpace}'), '{WhiteSpace}') = 'Äöß日本'
            """);

    [Fact]
    public Task Trim_with_char_array_argument()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Trim(new[] { 'S', 'e' }) == "attl").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE RTRIM(LTRIM("b"."string", 'Se'), 'Se') = 'attl'
            """);

    [Fact]
    public Task PadLeft()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.String.PadLeft(10, '*')),
            """
            SELECT CASE
                WHEN LEN("b"."string") >= 10 THEN "b"."string"
                ELSE LPAD("b"."string", 10, '*')
            END
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task PadRight()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.String.PadRight(3) + "|"),
            """
            SELECT (CASE
                WHEN LEN("b"."string") >= 3 THEN "b"."string"
                ELSE RPAD("b"."string", 3, ' ')
            END || '|')
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Insert()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.String.Insert(0, "x")),
            """
            SELECT ((SUBSTRING("b"."string", 1, 0) || 'x') || SUBSTRING("b"."string", 1, LEN("b"."string")))
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Remove()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.Length > 3 && r.String.Remove(1, 2) == "Sttle").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE LEN("b"."string") > 3 AND (SUBSTRING("b"."string", 1, 1) || SUBSTRING("b"."string", 1 + 2 + 1, LEN("b"."string"))) = 'Sttle'
            """);

    [Fact]
    public Task Concat_operator()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.NullableString + "/" + r.String),
            """
            SELECT ((COALESCE("b"."nullablestring", '') || '/') || "b"."string")
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Concat_with_number()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => r.String + r.Int),
            """
            SELECT ("b"."string" || CAST("b"."int" AS varchar(65535)))
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Concat_method()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => string.Concat(r.String, "-", r.NullableString)),
            """
            SELECT (("b"."string" || '-') || COALESCE("b"."nullablestring", ''))
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Join_non_aggregate()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Select(r => string.Join("|", new[] { r.String, r.NullableString, "x" })),
            """
            SELECT (((("b"."string" || '|') || COALESCE("b"."nullablestring", '')) || '|') || 'x')
            FROM "basictypes" AS "b"
            """);

    [Fact]
    public Task Compare_simple_greater_than()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => string.Compare(r.String, "Seattle") > 0).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" > 'Seattle'
            """,
            expected: rows => rows.Where(r => string.CompareOrdinal(r.String, "Seattle") > 0).Select(r => r.Id));

    [Fact]
    public Task CompareTo_less_than_or_equal()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => r.String.CompareTo("Seattle") <= 0).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" <= 'Seattle'
            """,
            expected: rows => rows.Where(r => string.CompareOrdinal(r.String, "Seattle") <= 0).Select(r => r.Id));

    [Fact]
    public Task Regex_IsMatch()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Regex.IsMatch(r.String, "^[SL].*[en]$")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE REGEXP_COUNT("b"."string", '^[SL].*[en]$', 1, 'p') > 0
            """);

    [Fact]
    public Task Regex_IsMatch_IgnoreCase()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Regex.IsMatch(r.String, "^sea", RegexOptions.IgnoreCase)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE REGEXP_COUNT("b"."string", '^sea', 1, 'ip') > 0
            """);

    [Fact]
    public Task Regex_Replace()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Regex.Replace(r.String, "[aeiou]", "_") == "S__ttl_").Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE REGEXP_REPLACE("b"."string", '[aeiou]', '_', 1, 'p') = 'S__ttl_'
            """);

    [Fact]
    public Task Regex_Count()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Regex.Count(r.String, "t") == 2).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE REGEXP_COUNT("b"."string", 't', 1, 'p') = 2
            """);

    [Fact]
    public Task Regex_IsMatch_with_option_that_Redshift_lacks()
        => AssertRefused(
            (IQueryable<BasicTypes> rows) => rows.Where(r => Regex.IsMatch(r.String, "^sea", RegexOptions.Multiline)).Select(r => r.Id),
            "could not be translated");

    [Fact]
    public Task Like()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => EF.Functions.Like(r.String, "Se%")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE 'Se%'
            """,
            expected: rows => rows.Where(r => r.String.StartsWith("Se")).Select(r => r.Id));

    [Fact]
    public Task Like_with_backslash()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => EF.Functions.Like(r.String, "%\\%")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE '%\\%' ESCAPE '^'
            """,
            expected: rows => rows.Where(r => r.String.Contains("\\")).Select(r => r.Id));

    [Fact]
    public Task Like_with_escape()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => EF.Functions.Like(r.String, "%50!%%", "!")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE '%50^%%' ESCAPE '^'
            """,
            expected: rows => rows.Where(r => r.String.Contains("50%")).Select(r => r.Id));

    [Fact]
    public Task Like_with_parameter_and_escape()
    {
        var pattern = "%50!%%";

        return AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => EF.Functions.Like(r.String, pattern, "!")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE @pattern_like33
            """,
            expected: rows => rows.Where(r => r.String.Contains("50%")).Select(r => r.Id));
    }

    [Fact]
    public Task Like_with_column()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => EF.Functions.Like(r.String, r.NullableString!)).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" LIKE REPLACE("b"."nullablestring", '\\', '\\\\')
            """,
            expected: rows => rows.Where(r => r.Id == 1 || r.Id == 4).Select(r => r.Id));

    [Fact]
    public Task ILike()
        => AssertQuery(
            (IQueryable<BasicTypes> rows) => rows.Where(r => EF.Functions.ILike(r.String, "SEA%")).Select(r => r.Id),
            """
            SELECT "b"."id"
            FROM "basictypes" AS "b"
            WHERE "b"."string" ILIKE 'SEA%'
            """,
            expected: rows => rows.Where(r => r.String.StartsWith("Sea")).Select(r => r.Id));
}
