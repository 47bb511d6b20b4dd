using EFCore.Redshift.Emulator.Objects.Unload;
using EFCore.Redshift.Emulator.TestUtilities;
using FsCheck.Fluent;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading;

// https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html#copy-delimiter
// https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html
public class DelimitedReaderTest
{
    private static readonly DelimitedReader Plain = new((byte)'|', escapes: false, removesQuotes: false);
    private static readonly DelimitedReader Escaping = new((byte)'|', escapes: true, removesQuotes: false);
    private static readonly DelimitedReader Unquoting = new((byte)'|', escapes: false, removesQuotes: true);

    [Fact]
    public async Task Fields_are_what_is_between_delimiters()
        => Assert.Equal(
            [["1", "Sports", ""], ["", "a \\| \"b", "€"], ["last"]],
            (await RecordReaderTester.ReadAsync(Plain, "1|Sports|\n|a \\| \"b|€\nlast")).Select(r => r.Length == 4 ? [r[0], r[1] + "|" + r[2], r[3]] : r));

    [Fact]
    public async Task A_line_ends_with_or_without_a_carriage_return()
        => Assert.Equal([["1", "a"], ["2", "b\rc"], [""], ["3", ""]], await RecordReaderTester.ReadAsync(Plain, "1|a\r\n2|b\rc\n\r\n3|\r\n"));

    [Theory]
    [InlineData("a\\|b|c", "a|b", "c")]
    [InlineData("a\\\nb|c", "a\nb", "c")]
    [InlineData("a\\\r\\\nb|c", "a\r\nb", "c")]
    [InlineData("a|c\\\r", "a", "c\r")]
    [InlineData("a\\\\|c", "a\\", "c")]
    [InlineData("\\t|\\N", "t", "N")]
    [InlineData("a|b\\", "a", "b")]
    public async Task A_backslash_takes_the_next_character_as_it_is(string line, params string[] fields)
        => Assert.Equal([fields], await RecordReaderTester.ReadAsync(Escaping, line + (line.EndsWith('\\') ? "" : "\n")));

    // The table of copy-parameters-data-conversion.html#copy-removequotes.
    [Theory]
    [InlineData("'The delimiter is a pipe (|) character'", "The delimiter is a pipe (|) character")]
    [InlineData("'Black'", "Black")]
    [InlineData("\"White\"", "White")]
    [InlineData("Blue'", "Blue'")]
    [InlineData("'Blue", null)]
    [InlineData("\"Blue", null)]
    [InlineData("'''Black'''", "''Black''")]
    [InlineData("''", "")]
    [InlineData("' '", " ")]
    public async Task Surrounding_quotation_marks_are_removed(string field, string? expected)
        => Assert.Equal(
            expected is null ? [["fault: Delimiter not found"]] : [["1", expected, "2"]],
            await RecordReaderTester.ReadAsync(Unquoting, $"1|{field}{(expected is null ? "" : "|2")}\n"));

    [Fact]
    public async Task With_ESCAPE_a_NUL_ends_the_record()
        => Assert.Equal(
            [["fault: Missing newline: Unexpected character 0x64 found at location 4"]],
            await RecordReaderTester.ReadAsync(Escaping, "1|a\0data\n"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_UNLOAD_escapes_is_read_as_it_was(bool quotes)
    {
        var reader = new DelimitedReader((byte)'|', escapes: true, removesQuotes: quotes);
        var format = new DelimitedFormat('|', nullText: null, addsQuotes: quotes, escapes: true);
        PropertyCheck.Holds(
            PropertyCheck.HostileText.ListOf(1).SelectMany(first => PropertyCheck.HostileText.ArrayOf().Select(rest => (string[])[.. first, .. rest])),
            values => Assert.Equal(
                [values, values],
                RecordReaderTester.ReadAsync(reader, UnloadTester.Write(format, values, values)).GetAwaiter().GetResult()));
    }
}
