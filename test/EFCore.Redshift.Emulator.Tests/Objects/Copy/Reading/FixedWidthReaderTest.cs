using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading;

// https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html#copy-fixedwidth
public class FixedWidthReaderTest
{
    private static readonly FixedWidthReader Reader = new(FixedWidthReader.ParseWidths("id:3,name:5,state:2"));

    [Fact]
    public async Task Widths_are_counted_in_characters()
        => Assert.Equal(
            [["1  ", "Toyot", "IL"], ["22 ", "é€𝄞  ", "DC"]],
            await RecordReaderTester.ReadAsync(Reader, "1  ToyotIL\n22 é€𝄞  DC\r\n"));

    [Fact]
    public async Task A_line_that_is_too_long_is_a_fault()
        => Assert.Equal([["fault: Extra column(s) found"]], await RecordReaderTester.ReadAsync(Reader, "1  ToyotILx\n"));

    [Fact]
    public async Task A_line_that_is_too_short_has_fewer_fields()
        => Assert.Equal([["1  ", "To"], [""]], await RecordReaderTester.ReadAsync(Reader, "1  To\n\n"));

    [Theory]
    [InlineData("id")]
    [InlineData("id:0")]
    [InlineData("id:x")]
    [InlineData("id:3,")]
    public void A_specification_names_a_width_for_each_column(string specification)
        => Assert.Throws<RedshiftErrorException>(() => FixedWidthReader.ParseWidths(specification));
}
