using System.Globalization;
using System.Numerics;
using EFCore.Redshift.Emulator.TestUtilities;
using FsCheck;
using FsCheck.Fluent;

namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

// https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html
// https://docs.aws.amazon.com/redshift/latest/dg/r_Load_Error_Reference.html
public class NumberConverterTest
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData(" -32768 ", "-32768")]
    [InlineData("+32767", "32767")]
    [InlineData("0000000000000000000000012", "0000000000000000000000012")]
    [InlineData("32768", "1222: Overflow (Short valid range -32768 to 32767)")]
    [InlineData("-32769", "1222: Overflow (Short valid range -32768 to 32767)")]
    [InlineData("12a", "1207: Invalid digit, Value 'a', Pos 2, Type: Short")]
    [InlineData("1.5", "1207: Invalid digit, Value '.', Pos 1, Type: Short")]
    [InlineData("-", "1207: Invalid digit, Value '-', Pos 0, Type: Short")]
    [InlineData("é", "1207: Invalid digit, Value '.', Pos 0, Type: Short")]
    public void Smallint(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(IntegerConverter.Int16, field));

    [Theory]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("9223372036854775808", "1222: Overflow (Long valid range -9223372036854775808 to 9223372036854775807)")]
    [InlineData("-9223372036854775809", "1222: Overflow (Long valid range -9223372036854775808 to 9223372036854775807)")]
    [InlineData("99999999999999999999999999", "1222: Overflow (Long valid range -9223372036854775808 to 9223372036854775807)")]
    public void Bigint(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(IntegerConverter.Int64, field));

    // Surplus digits are cut, where INSERT rounds.
    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-roundec
    [Theory]
    [InlineData("12.345", "12.34", "12.35")]
    [InlineData("-12.349", "-12.34", "-12.35")]
    [InlineData("999.999", "999.99", "1204: Overflow for NUMERIC(5,2)")]
    [InlineData("9.999", "9.99", "10.00")]
    [InlineData("0.001", "0.00", "0.00")]
    [InlineData("-0.005", "0.00", "-0.01")]
    [InlineData(".5", "0.50", "0.50")]
    [InlineData("5.", "5.00", "5.00")]
    [InlineData("1000", "1204: Overflow for NUMERIC(5,2)", "1204: Overflow for NUMERIC(5,2)")]
    [InlineData("000001.1", "1.10", "1.10")]
    [InlineData("1e2", "1207: Invalid digit, Value 'e', Pos 1, Type: Decimal", "1207: Invalid digit, Value 'e', Pos 1, Type: Decimal")]
    [InlineData("1.2.3", "1207: Invalid digit, Value '.', Pos 3, Type: Decimal", "1207: Invalid digit, Value '.', Pos 3, Type: Decimal")]
    [InlineData("-", "1207: Invalid digit, Value '.', Pos 1, Type: Decimal", "1207: Invalid digit, Value '.', Pos 1, Type: Decimal")]
    public void Decimals_are_cut_unless_ROUNDEC(string field, string cut, string rounded)
    {
        Assert.Equal(cut, ConverterTester.Convert(new DecimalConverter(5, 2, rounds: false), field));
        Assert.Equal(rounded, ConverterTester.Convert(new DecimalConverter(5, 2, rounds: true), field));
    }

    [Fact]
    public void Decimals_agree_with_arithmetic()
        => PropertyCheck.Holds(
            from precision in Gen.Choose(1, 38)
            from scale in Gen.Choose(0, precision)
            from negative in Gen.Elements("", "-")
            from whole in Gen.Choose(0, 9).ListOf(precision - scale)
            from fraction in Gen.Choose(0, 9).ListOf(scale + 3)
            from rounds in Gen.Elements(true, false)
            select (precision, scale, negative, whole: string.Concat(whole), fraction: string.Concat(fraction), rounds),
            t =>
            {
                var unscaled = BigInteger.Parse("0" + t.whole + t.fraction, CultureInfo.InvariantCulture);
                var cut = (unscaled + (t.rounds ? 500 : 0)) / 1000;
                var limit = t.precision == 19 ? long.MaxValue + (BigInteger)(t.negative == "-" ? 1 : 0) : BigInteger.Pow(10, t.precision) - 1;
                var actual = ConverterTester.Convert(new DecimalConverter(t.precision, t.scale, t.rounds), $"{t.negative}{t.whole}.{t.fraction}");
                if (cut > limit)
                {
                    Assert.Equal($"1204: Overflow for NUMERIC({t.precision},{t.scale})", actual);
                }
                else
                {
                    var digits = cut.ToString(CultureInfo.InvariantCulture).PadLeft(t.scale + 1, '0');
                    var text = t.scale == 0 ? digits : $"{digits[..^t.scale]}.{digits[^t.scale..]}";
                    Assert.Equal(cut.IsZero ? text : t.negative + text, actual);
                }
            });

    // Up to 19 digits are kept in 8 bytes.
    [Theory]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("9223372036854775808", "1204: Overflow for NUMERIC(19,0)")]
    public void Decimal_of_19_digits(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(new DecimalConverter(19, 0, rounds: false), field));

    [Theory]
    [InlineData("1.5e10", "1.5e10")]
    [InlineData(" -.25 ", "-.25")]
    [InlineData("NaN", "NaN")]
    [InlineData("1e-400", "1208: Overflow (Double)")]
    [InlineData("1e400", "1208: Overflow (Double)")]
    [InlineData("1,5", "1208: Invalid digit, Value ',', Pos 1, Type: Double")]
    [InlineData("0x10", "1208: Invalid digit, Value 'x', Pos 1, Type: Double")]
    [InlineData("0e0", "0e0")]
    public void Double_precision(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(new FloatConverter(isSingle: false), field));

    [Theory]
    [InlineData("1e39", "1208: Overflow (Float)")]
    [InlineData("3.4e38", "3.4e38")]
    public void Real(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(new FloatConverter(isSingle: true), field));

    // https://docs.aws.amazon.com/redshift/latest/dg/r_Boolean_type.html
    [Theory]
    [InlineData("t", "t")]
    [InlineData("TRUE", "t")]
    [InlineData("Yes", "t")]
    [InlineData("1", "t")]
    [InlineData("F", "f")]
    [InlineData("no", "f")]
    [InlineData("0", "f")]
    [InlineData("2", "1210: Unknown boolean format")]
    [InlineData("tr", "1210: Unknown boolean format")]
    public void Boolean(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(new BooleanConverter(), field));
}
