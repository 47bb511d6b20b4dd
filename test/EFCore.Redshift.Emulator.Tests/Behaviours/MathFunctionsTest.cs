using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Behaviours;

public class MathFunctionsTest(EmulatorFixture emulator) : BehaviourTest(emulator)
{
    [Theory]
    [InlineData("r_ABS", "38|12.5", "SELECT ABS(-38), ABS(12.5)")]
    [InlineData("r_CEILING_FLOOR", "3|-2|5", "SELECT CEILING(2.1), CEIL(-2.9), CEILING(5)")]
    [InlineData("r_FLOOR", "2|-3|5", "SELECT FLOOR(2.9), FLOOR(-2.1), FLOOR(5)")]
    [InlineData("r_ROUND", "28|28.1|-28", "SELECT ROUND(28.05), ROUND(28.05, 1), ROUND(-28.05)")]
    [InlineData("r_ROUND", "28.1|5|12300", "SELECT ROUND(CAST(28.05 AS float) + 0.001, 1), ROUND(5), ROUND(12345, -2)")]
    [InlineData("r_TRUNC", "111|-111|111.8|110", "SELECT TRUNC(111.86), TRUNC(-111.86), TRUNC(111.86, 1), TRUNC(111.86, -1)")]
    [InlineData("r_SIGN", "-1|1|0", "SELECT SIGN(-5), SIGN(3.2), SIGN(0)")]
    [InlineData("r_MOD", "2|1|0.5", "SELECT MOD(12, 5), 7 % 2, MOD(5.5, 1.0)")]
    [InlineData("r_POWER", "8|8|0.5", "SELECT POWER(2, 3), 2 ^ 3, POW(2, -1)")]
    [InlineData("r_SQRT", "4|3|2", "SELECT SQRT(16), CBRT(27), |/ 4")]
    [InlineData("r_LOG", "2|2|0", "SELECT LOG(100), DLOG10(100), LN(1)")]
    [InlineData("r_EXP", "1|1", "SELECT EXP(0), DEXP(0)")]
    [InlineData("r_PI", "t", "SELECT PI() BETWEEN 3.14159 AND 3.1416")]
    [InlineData("r_DEGREES", "180|t", "SELECT DEGREES(PI()), RADIANS(180) = PI()")]
    [InlineData("r_ATAN2", "t", "SELECT ATAN2(2, 2) * 4 = PI()")]
    [InlineData("r_COS", "1|0|0|0", "SELECT COS(0), SIN(0), TAN(0), ASIN(0)")]
    [InlineData("r_OPERATOR_SYMBOLS", "3|-2|1|7|6|3", "SELECT 7 / 2, -5 / 2, 5 & 3, 5 | 3, 5 # 3, 12 >> 2")]
    [InlineData("r_GREATEST_LEAST", "3|1|null", "SELECT GREATEST(1, NULL, 3), LEAST(2, 1, NULL), GREATEST(NULL, CAST(NULL AS integer))")]
    [InlineData("r_RANDOM", "t", "SELECT RANDOM() >= 0 AND RANDOM() < 1")]
    [InlineData("r_CAST_function", "162|162|162", "SELECT CAST(162.00 AS integer), 162.00::integer, CONVERT(integer, 162.00)")]
    [InlineData("r_CONVERT_function", "2008-02-29|10:20:30", "SELECT CONVERT(date, '2008-02-29'), CONVERT(time, '10:20:30')")]
    [InlineData("r_NVL_function", "12|b|12", "SELECT NVL(NULL, 12), COALESCE(NULL, 'b', 'c'), NVL(CAST(NULL AS integer), NULL, 12)")]
    [InlineData("r_NVL2", "set|unset", "SELECT NVL2(1, 'set', 'unset'), NVL2(CAST(NULL AS integer), 'set', 'unset')")]
    [InlineData("r_NULLIF_function", "null|a", "SELECT NULLIF('a', 'a'), NULLIF('a', 'b')")]
    [InlineData("r_DECODE_expression", "one|none|other|null", "SELECT DECODE(1, 1, 'one', 'other'), DECODE(NULL, NULL, 'none', 'other'), DECODE(3, 1, 'one', 2, 'two', 'other'), DECODE(3, 1, 'one')")]
    [InlineData("r_DECODE_expression", "June 1st, 2008", "SELECT DECODE(DATE '2008-06-01', '2008-06-01', 'June 1st, 2008')")]
    [InlineData("r_CASE_function", "big|group 1", "SELECT CASE WHEN 5 > 3 THEN 'big' ELSE 'small' END, CASE 'x' WHEN 'x' THEN 'group 1' END")]
    [InlineData("r_numeric_computations201", "3.3333333333333|0.3333|3.75000000000", "SELECT 10.00 / 3, 1.0 / 3.0, CAST(7.5 AS decimal(8, 2)) / CAST(2 AS decimal(8, 0)) * 1")]
    [InlineData("r_numeric_computations201", "2.0000|6.0000|5.55", "SELECT CAST(4 AS decimal(4, 2)) / CAST(2 AS decimal(1, 0)), 2.00 * 3.00, 2.50 + 3.05")]
    [InlineData("r_TRY_CAST", "null|12|null", "SELECT TRY_CAST('x' AS integer), TRY_CAST('12' AS integer), TRY_CAST('2008-02-30' AS date)")]
    [InlineData("c_Supported_data_types", "2|t|5x|f", "SELECT LEN(12), '5' = 5, 5 || 'x', CAST('05' AS varchar(2)) = 5")]
    [InlineData("c_Supported_data_types", "2008-01-31!|2008", "SELECT DATE '2008-01-31' || '!', SUBSTRING(DATE '2008-01-31', 1, 4)")]
    public Task Answers(string page, string expected, params string[] statements) => AssertAnswerAsync(page, expected, statements);

    [Theory]
    [InlineData("SELECT ROUND(5)", "integer")]
    [InlineData("SELECT CEILING(CAST(5 AS bigint))", "bigint")]
    [InlineData("SELECT TRUNC(2.5)", "numeric")]
    [InlineData("SELECT POWER(2, 3)", "double precision")]
    [InlineData("SELECT DATE_PART(year, DATE '2008-01-01')", "double precision")]
    [InlineData("SELECT EXTRACT(year FROM TIMESTAMP '2008-01-01')", "integer")]
    [InlineData("SELECT DATEADD(day, 1, DATE '2008-01-01')", "timestamp without time zone")]
    [InlineData("SELECT DATE_TRUNC('month', DATE '2008-01-01')", "timestamp without time zone")]
    [InlineData("SELECT DATEDIFF(day, DATE '2008-01-01', DATE '2008-01-02')", "bigint")]
    [InlineData("SELECT TRUNC(SYSDATE)", "date")]
    [InlineData("SELECT GETDATE()", "timestamp without time zone")]
    [InlineData("SELECT LEN('a')", "integer")]
    [InlineData("SELECT JSON_PARSE('1')", "super")]
    [InlineData("SELECT FROM_HEX('00')", "varbyte")]
    public async Task Has_the_type(string sql, string type)
    {
        await using var connection = await Emulator.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection) { AllResultTypesAreUnknown = true };
        await using var reader = await command.ExecuteReaderAsync();

        Assert.Equal(type, reader.GetDataTypeName(0).Split('.')[^1].Split('(')[0]);
    }

    [Theory]
    [InlineData("SELECT NVL(1, 2)", "coalesce")]
    [InlineData("SELECT 1.0 / 3", "?column?")]
    [InlineData("SELECT 2 ^ 3", "?column?")]
    [InlineData("SELECT DECODE(1, 1, 2)", "case")]
    [InlineData("SELECT NVL2(1, 1, 2)", "case")]
    [InlineData("SELECT SYSDATE", "sysdate")]
    [InlineData("SELECT GETDATE()", "getdate")]
    [InlineData("SELECT LEN('a')", "len")]
    [InlineData("SELECT EXTRACT(year FROM TIMESTAMP '2008-01-01')", "date_part")]
    public async Task Names_its_column(string sql, string name)
    {
        await using var connection = await Emulator.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();

        Assert.Equal(name, reader.GetName(0));
    }
}
