namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

// https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html
// https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html
public class TextConverterTest
{
    private static readonly TextOptions Default = new();
    private static readonly TextOptions Truncating = new() { Truncates = true };

    [Theory]
    [InlineData("abcd", "abcd")]
    [InlineData("éé", "éé")]
    [InlineData("ab  ", "ab  ")]
    [InlineData("abcd   ", "abcd")]
    [InlineData("ééa", "1204: String length exceeds DDL length")]
    [InlineData("a\0", "1218: Invalid null byte - field longer than 1 byte")]
    [InlineData("\t\\\n\r", "\\t\\\\\\n\\r")]
    public void The_length_of_VARCHAR_counts_bytes(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(new VarcharConverter(4, Default), field));

    [Theory]
    [InlineData("abcde", "abcd")]
    [InlineData("abcé", "abc")]
    [InlineData("a€€", "a€")]
    [InlineData("𝄞x", "𝄞")]
    [InlineData("ab𝄞", "ab")]
    public void TRUNCATECOLUMNS_cuts_between_characters(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(new VarcharConverter(4, Truncating), field));

    [Theory]
    [InlineData(" a  ", " a")]
    [InlineData("   ", "")]
    public void TRIMBLANKS_takes_white_space_from_the_end(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(new VarcharConverter(4, new TextOptions { TrimsBlanks = true }), field));

    // https://docs.aws.amazon.com/redshift/latest/dg/multi-byte-character-load-errors.html
    [Theory]
    [InlineData(new byte[] { 0x61, 0xe9 }, "e9 (error 2)")]
    [InlineData(new byte[] { 0xc3, 0x28 }, "c3 (error 4)")]
    [InlineData(new byte[] { 0x80 }, "80 (error 3)")]
    [InlineData(new byte[] { 0xff }, "ff (error 3)")]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 }, "ed (error 5)")]
    [InlineData(new byte[] { 0xf8, 0x88, 0x80, 0x80, 0x80 }, "f8 (error 1)")]
    public void Invalid_UTF8_is_a_fault(byte[] field, string expected)
        => Assert.Equal(
            "1220: String contains invalid or unsupported UTF8 codepoints. Bad UTF8 hex sequence: " + expected,
            ConverterTester.Convert(new VarcharConverter(100, Default), field));

    [Theory]
    [InlineData(new byte[] { 0x61, 0xe9, 0x62 }, "a^b")]
    [InlineData(new byte[] { 0xe2, 0x82, 0x61 }, "^^a")]
    [InlineData(new byte[] { 0xc3, 0xa9, 0xff }, "é^")]
    public void ACCEPTINVCHARS_replaces_each_byte_of_an_invalid_character(byte[] field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(new VarcharConverter(100, new TextOptions { Replacement = (byte)'^' }), field));

    // https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-multi-byte.html
    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("abc   ", "abc")]
    [InlineData("abcd", "1204: Char length exceeds DDL length")]
    [InlineData("aé", "1220: Multibyte character not supported for CHAR (Hint: try using VARCHAR). Invalid char: c3 a9")]
    public void CHAR_holds_single_bytes(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(new CharConverter(3, Default), field));

    [Fact]
    public void TRUNCATECOLUMNS_cuts_CHAR()
        => Assert.Equal("abc", ConverterTester.Convert(new CharConverter(3, Truncating), "abcd"));

    // https://docs.aws.amazon.com/redshift/latest/dg/ingest-super.html
    [Theory]
    [InlineData(" { \"a b\" : [ 1 , \"\\\" x\" ] } ", "{\"a b\":[1,\"\\\\\" x\"]}")]
    [InlineData("1.50", "1.50")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("text", "1224: Input data is not valid JSON for the super data type")]
    [InlineData("{} {}", "1224: Input data is not valid JSON for the super data type")]
    public void SUPER_takes_JSON(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(new SuperConverter(), field));

    // https://docs.aws.amazon.com/redshift/latest/dg/copy-usage-varbyte.html
    [Theory]
    [InlineData("6162ff", "6162ff")]
    [InlineData("AB", "ab")]
    [InlineData("616", "1219: Invalid hexadecimal value for VARBYTE")]
    [InlineData("6g", "1219: Invalid hexadecimal value for VARBYTE")]
    [InlineData("61626364", "1204: String length exceeds DDL length")]
    public void VARBYTE_takes_hexadecimal(string field, string expected)
        => Assert.Equal(expected, ConverterTester.Convert(new VarbyteConverter(3), field));
}
