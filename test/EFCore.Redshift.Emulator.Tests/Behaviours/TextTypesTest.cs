using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Behaviours;

/// <summary>Trailing blanks, lengths in bytes, and what has a length without being given one.</summary>
public class TextTypesTest(EmulatorFixture emulator) : BehaviourTest(emulator)
{
    private const string Words = "CREATE TEMP TABLE words (v varchar(10), c char(5))";
    private const string Blanks = "INSERT INTO words VALUES ('a', 'a'), ('a ', 'b'), ('b', 'c'), ('a   ', 'a')";

    [Theory]
    [InlineData("r_Character_types", "t|f|f|t", "SELECT 'a' = 'a  ', 'a' <> 'a ', 'a' < 'a ', 'a ' IN ('b', 'a')")]
    [InlineData("r_NULLIF_function", "t", "SELECT NULLIF('a', 'a ') IS NULL")]
    [InlineData("r_patternmatching_condition_like", "f|t", "SELECT 'a ' LIKE 'a', 'a' LIKE 'a'")]
    [InlineData("r_Character_types", "a|3\nb|1", Words, Blanks, "SELECT TRIM(v), COUNT(*) FROM words GROUP BY v ORDER BY 1")]
    [InlineData("r_Character_types", "2", Words, Blanks, "SELECT COUNT(DISTINCT v) FROM words")]
    [InlineData("r_Character_types", "2", Words, Blanks, "SELECT COUNT(*) FROM (SELECT DISTINCT v FROM words) AS d")]
    [InlineData("r_Character_types", "10", Words, Blanks, "SELECT COUNT(*) FROM words AS a JOIN words AS b ON a.v = b.v")]
    [InlineData("r_Character_types", "7", Words, Blanks, "SELECT COUNT(*) FROM words AS a JOIN words AS b ON a.v = b.c")]
    [InlineData("r_Character_types", "3", Words, Blanks, "SELECT COUNT(*) FROM words WHERE v IN ('a', 'x', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k')")]
    [InlineData("r_UNION", "2", Words, Blanks, "SELECT COUNT(*) FROM (SELECT v FROM words UNION SELECT v FROM words) AS u")]
    [InlineData("r_Character_types", "abcde", Words, "INSERT INTO words (c) VALUES ('abcde   ')", "SELECT c FROM words")]
    [InlineData("r_Character_types", "ab   |5", Words, "INSERT INTO words (c) VALUES ('ab')", "SELECT c, OCTET_LENGTH(c) FROM words")]
    [InlineData("r_Character_types", "abcdefghij|10", Words, "INSERT INTO words (v) VALUES ('abcdefghij     ')", "SELECT v, LEN(v) FROM words")]
    [InlineData("r_Character_types", "ééééé", Words, "INSERT INTO words (v) VALUES ('ééééé')", "SELECT v FROM words")]
    [InlineData("r_SUBSTRING", "Inc|abc|é", "SELECT CAST('Incomplete' AS char(3)), 'abcdefgh'::varchar(3), 'ééé'::varchar(3)")]
    [InlineData("r_Character_types", "A\nB\na", "CREATE TEMP TABLE letters (v varchar(1))", "INSERT INTO letters VALUES ('a'), ('B'), ('A')", "SELECT v FROM letters ORDER BY v")]
    [InlineData("r_Numeric_types201", "2", "SELECT CAST('1.5' AS numeric)")]
    [InlineData("r_Numeric_types201", "20.26", "CREATE TEMP TABLE prices (p decimal(8, 2))", "INSERT INTO prices VALUES (20.259)", "SELECT p FROM prices")]
    [InlineData("r_Examples_with_numeric_types201", "2", "CREATE TEMP TABLE numbers (n integer)", "INSERT INTO numbers VALUES (1.5)", "SELECT n FROM numbers")]
    [InlineData("r_Boolean_type", "t|f|t|t", "SELECT CAST('yes' AS boolean), CAST('0' AS boolean), CAST(5 AS boolean), TRUE")]
    [InlineData("r_PG_TABLE_DEF", "t|character varying(256)\nv|character varying(256)\nb|character(256)\nc|character(1)\nn|numeric(18,0)", "CREATE TEMP TABLE plain (t text, v varchar, b bpchar, c char, n numeric)", "SELECT \"column\", TRIM(type) FROM pg_table_def WHERE tablename = 'plain'")]
    public Task Answers(string page, string expected, params string[] statements) => AssertAnswerAsync(page, expected, statements);

    [Theory]
    [InlineData("r_Character_types", "22001", "value too long for type character varying(10)", Words, "INSERT INTO words (v) VALUES ('abcdefghijk')")]
    [InlineData("r_Character_types", "22001", "value too long for type character varying(10)", Words, "INSERT INTO words (v) VALUES ('éééééé')")]
    [InlineData("r_Character_types", "22001", "value too long for type character(5)", Words, "INSERT INTO words (c) VALUES ('abcdef')")]
    [InlineData("r_Character_types", "22021", "multibyte character not supported for type character", Words, "INSERT INTO words (c) VALUES ('é')")]
    [InlineData("r_Examples_with_numeric_types201", "22003", "smallint out of range", "CREATE TEMP TABLE small (n smallint)", "INSERT INTO small VALUES (50000)")]
    public Task Is_refused(string page, string sqlState, string message, params string[] statements)
        => AssertRefusedAsync(page, sqlState, message, statements);
}
