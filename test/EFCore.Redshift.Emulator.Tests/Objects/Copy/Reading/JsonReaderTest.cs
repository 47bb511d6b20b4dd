using EFCore.Redshift.Emulator.Objects.Copy.Reading.Json;
using EFCore.Redshift.Emulator.Objects.Unload;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.TestUtilities;
using FsCheck.Fluent;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading;

// https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-copy-from-json.html
public class JsonReaderTest
{
    private static readonly JsonTarget[] Targets = [new("id", false), new("name", false), new("data", true)];
    private static readonly JsonAutoReader Auto = new(Targets, ignoresCase: false);

    [Fact]
    public async Task Members_go_to_columns_of_their_name()
        => Assert.Equal(
            [["1", "a}\"é", "[1, {}]"], ["2.50", null, "\"text\""], [null, "true", null]],
            await RecordReaderTester.ReadAsync(
                Auto,
                """
                {"id": 1, "name": "a}\"\u00e9", "data": [1, {}], "other": {"id": 3}}
                {"data": "text", "id": 2.50}{"Id": 4, "name": true, "data": null}

                """));

    [Fact]
    public async Task Names_can_be_matched_whatever_their_case()
        => Assert.Equal([["1", "x", null]], await RecordReaderTester.ReadAsync(new JsonAutoReader(Targets, ignoresCase: true), """{"ID": 1, "Name": "x"}"""));

    [Fact]
    public async Task A_name_that_comes_twice_counts_with_its_last_value()
        => Assert.Equal([["2", null, null]], await RecordReaderTester.ReadAsync(Auto, """{"id": 1, "id": 2}"""));

    [Fact]
    public async Task What_is_no_object_is_a_fault_of_its_record_only()
        => Assert.Equal(
            ["fault: Invalid JSON: the object or array is malformed", "1", "fault: Invalid JSON: the object or array is malformed", "2"],
            (await RecordReaderTester.ReadAsync(Auto, "nonsense\n{\"id\": 1}\n{\"id\" 1}\n{\"id\": 2}")).Select(r => r[0]));

    // The paths are those of AWS's examples.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_COPY_command_examples.html#r_COPY_command_examples-copy-from-json
    [Fact]
    public async Task Paths_lead_into_objects_and_arrays()
    {
        var paths = JsonPath.ParseFile("""{"jsonpaths": ["$['id']", "$['location'][0]['name']", "$['tags']"]}"""u8.ToArray());

        Assert.Equal(
            [["7", "Bridgeview", """["a","b"]"""], ["8", null, null]],
            await RecordReaderTester.ReadAsync(
                new JsonPathsReader(paths, Targets),
                """{"id": 7, "location": [{"name": "Bridgeview"}], "tags": ["a","b"]} {"id": 8, "location": [{}]}"""));
    }

    [Fact]
    public async Task Paths_lead_into_arrays_at_the_top()
        => Assert.Equal(
            [["1", "x", "{}"], ["fault: Invalid JSONPath format: Not an array or index out of range"]],
            await RecordReaderTester.ReadAsync(
                new JsonPathsReader([JsonPath.Parse("$[0]"), JsonPath.Parse("$[1]"), JsonPath.Parse("$[2]")], Targets),
                """[1, "x", {}] [1, "x"]"""));

    [Theory]
    [InlineData("id")]
    [InlineData("$")]
    [InlineData("$.*")]
    [InlineData("$.a['b']")]
    [InlineData("$['a")]
    [InlineData("$[a]")]
    [InlineData("$.")]
    public void What_is_no_path_is_refused(string path)
        => Assert.Throws<RedshiftErrorException>(() => JsonPath.Parse(path));

    [Fact]
    public async Task Noshred_takes_each_value_whole()
        => Assert.Equal(
            [["{\"a\": [1]}"], ["[2]"]],
            await RecordReaderTester.ReadAsync(new JsonWholeReader(), "{\"a\": [1]}\n[2]\n"));

    [Fact]
    public void What_UNLOAD_writes_is_read_as_it_was()
    {
        var format = new JsonFormat();
        PropertyCheck.Holds(
            PropertyCheck.HostileText.ListOf(3).Select(texts => texts.ToArray()),
            values => Assert.Equal(
                [values, values],
                RecordReaderTester.ReadAsync(
                    new JsonAutoReader([new("c0", false), new("c1", false), new("c2", false)], ignoresCase: false),
                    UnloadTester.Write(format, values, values)).GetAwaiter().GetResult()));
    }
}
