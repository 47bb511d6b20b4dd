using EFCore.Redshift.Emulator.Objects.Unload;
using EFCore.Redshift.Emulator.TestUtilities;
using FsCheck.Fluent;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading;

// https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html#copy-csv
public class CsvReaderTest
{
    private static readonly CsvReader Csv = new((byte)',', (byte)'"');

    [Theory]
    [InlineData("1,Sports,", "1", "Sports", "")]
    [InlineData("\"a,b\",\"c\"\"d\",\"\"", "a,b", "c\"d", "")]
    [InlineData("\"two\nlines\",\"\r\n\"", "two\nlines", "\r\n")]
    [InlineData("  \"a\"  ,\t\"b\"", "a", "b")]
    [InlineData(" a , b", " a ", " b")]
    [InlineData("5\" pipe,x", "5\" pipe", "x")]
    [InlineData("\"\"\"\"", "\"")]
    public async Task Fields_are_in_quotation_marks_where_they_need_it(string line, params string[] fields)
    {
        Assert.Equal([fields], await RecordReaderTester.ReadAsync(Csv, line));
        Assert.Equal([fields, fields], await RecordReaderTester.ReadAsync(Csv, $"{line}\n{line}\n"));
        Assert.Equal([fields, fields], await RecordReaderTester.ReadAsync(Csv, $"{line}\r\n{line}\r\n"));
    }

    [Theory]
    [InlineData("\"a\"b,c")]
    [InlineData("\"a,c")]
    public async Task Quotation_marks_that_do_not_pair_are_a_fault(string line)
        => Assert.Equal([["fault: Invalid quote formatting for CSV"]], await RecordReaderTester.ReadAsync(Csv, line));

    [Fact]
    public async Task Quote_and_delimiter_can_be_others()
        => Assert.Equal([["a\tb", "c'd"]], await RecordReaderTester.ReadAsync(new CsvReader((byte)'\t', (byte)'\''), "'a\tb'\t'c''d'\n"));

    [Fact]
    public async Task A_tab_that_is_the_delimiter_is_no_white_space()
        => Assert.Equal([["", "a", ""]], await RecordReaderTester.ReadAsync(new CsvReader((byte)'\t', (byte)'"'), "\t\"a\"\t\n"));

    [Fact]
    public void What_UNLOAD_writes_is_read_as_it_was()
    {
        var format = new CsvFormat(',', nullText: null);
        PropertyCheck.Holds(
            PropertyCheck.HostileText.ListOf(1).SelectMany(first => PropertyCheck.HostileText.ArrayOf().Select(rest => (string[])[.. first, .. rest])),
            values => Assert.Equal(
                [values, values],
                RecordReaderTester.ReadAsync(Csv, UnloadTester.Write(format, values, values)).GetAwaiter().GetResult()));
    }
}
