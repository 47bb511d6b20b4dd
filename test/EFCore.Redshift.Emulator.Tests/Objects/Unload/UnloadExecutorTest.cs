using System.IO.Compression;
using System.Text;
using System.Text.Json;
using EFCore.Redshift.Emulator.Protocol;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects.Unload;

// https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html
public class UnloadExecutorTest
{
    private static readonly BackendColumn[] Columns =
    [
        new("id", TypeOids.Int32, -1), new("name", TypeOids.Varchar, 24), new("flag", TypeOids.Bool, -1), new("data", TypeOids.Super, -1)
    ];

    private static readonly string?[][] Rows = [["1", "a|b", "t", "{\"x\":1}"], ["2", null, "f", null], ["3", "é\"\n\\", null, "[]"]];

    [Fact]
    public async Task Slices_write_files_of_their_own()
    {
        var tester = Tester();
        var result = await UnloadAsync(tester, "");

        Assert.Equal("UNLOAD", result.CommandTag);
        Assert.Equal(["UNLOAD completed, 3 record(s) unloaded successfully."], result.Infos);
        Assert.Equal(["out/x_0000_part_00", "out/x_0001_part_00"], tester.Store.Keys);
        Assert.Equal("1|a|b|t|{\"x\":1}\n3|é\"\n\\||[]\n", tester.Store.Text("out/x_0000_part_00"));
        Assert.Equal("2||f|\n", tester.Store.Text("out/x_0001_part_00"));
        Assert.Equal(["the query"], tester.Backend.Queries.Where(q => q == "the query"));
    }

    [Theory]
    [InlineData("", "1|a|b|t|{\"x\":1}\n2||f|\n3|é\"\n\\||[]\n")]
    [InlineData("DELIMITER '\\t' NULL AS '\\\\N'", "1\ta|b\tt\t{\"x\":1}\n2\t\\N\tf\t\n3\té\"\n\\\t\\N\t[]\n")]
    [InlineData("ESCAPE", "1|a\\|b|t|{\"x\":1}\n2||f|\n3|é\"\\\n\\\\||[]\n")]
    [InlineData("ESCAPE ADDQUOTES", "\"1\"|\"a\\|b\"|\"t\"|\"{\\\"x\\\":1}\"\n\"2\"||\"f\"|\n\"3\"|\"é\\\"\\\n\\\\\"||\"[]\"\n")]
    [InlineData("HEADER", "id|name|flag|data\n1|a|b|t|{\"x\":1}\n2||f|\n3|é\"\n\\||[]\n")]
    [InlineData("CSV", "1,a|b,t,\"{\"\"x\"\":1}\"\n2,,f,\n3,\"é\"\"\n\\\",,[]\n")]
    [InlineData("CSV HEADER DELIMITER '|' NULL 'none'", "id|name|flag|data\n1|\"a|b\"|t|\"{\"\"x\"\":1}\"\n2|none|f|\n3|\"é\"\"\n\\\"|none|[]\n")]
    [InlineData(
        "FORMAT JSON",
        "{\"id\":1,\"name\":\"a|b\",\"flag\":\"t\",\"data\":{\"x\":1}}\n{\"id\":2,\"name\":null,\"flag\":\"f\",\"data\":null}\n"
        + "{\"id\":3,\"name\":\"é\\\"\\n\\\\\",\"flag\":null,\"data\":[]}\n")]
    [InlineData("FIXEDWIDTH 'id:2,name:5,flag:1,data:7'", "1 a|b  t{\"x\":1}\n2      f       \n3 é\"\n\\  []     \n")]
    public async Task Formats(string parameters, string expected)
    {
        var tester = Tester();
        await UnloadAsync(tester, parameters + " PARALLEL OFF");

        Assert.Equal(["out/x_000"], tester.Store.Keys);
        Assert.Equal(expected, tester.Store.Text("out/x_000"));
    }

    [Fact]
    public async Task Files_can_be_gzip()
    {
        var tester = Tester();
        await UnloadAsync(tester, "GZIP PARALLEL FALSE CSV HEADER");

        using var reader = new StreamReader(new GZipStream(new MemoryStream(tester.Store["out/x_000.gz"]), CompressionMode.Decompress));
        Assert.StartsWith("id,name,flag,data\n1,", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EXTENSION 'csv'", "out/x_000.csv")]
    [InlineData("GZIP EXTENSION 'csv.gz'", "out/x_000.csv.gz")]
    public async Task EXTENSION_ends_the_names(string parameters, string name)
    {
        var tester = Tester();
        await UnloadAsync(tester, parameters + " PARALLEL OFF");
        Assert.Equal([name], tester.Store.Keys);
    }

    [Theory]
    [InlineData("", "out/x_0000_part_00")]
    [InlineData("CSV PARALLEL OFF", "out/x_000")]
    [InlineData("JSON", null)]
    public async Task No_rows_make_an_empty_file_but_in_JSON(string parameters, string? name)
    {
        var tester = new TransferTester(new FakeBackend { ResultColumns = Columns });
        await UnloadAsync(tester, parameters);

        Assert.Equal(name is null ? [] : [name], tester.Store.Keys);
        Assert.All(tester.Store.Keys, key => Assert.Empty(tester.Store[key]));
    }

    [Fact]
    public async Task MAXFILESIZE_begins_new_files()
    {
        var line = new string('x', 1000);
        var tester = new TransferTester(
            new FakeBackend { ResultColumns = [new("c", TypeOids.Varchar, -1)], ResultRows = Enumerable.Repeat<string?[]>([line], 12_000) });
        await UnloadAsync(tester, "PARALLEL OFF MAXFILESIZE 5 MB");

        Assert.Equal(["out/x_000", "out/x_001", "out/x_002"], tester.Store.Keys);
        Assert.InRange(tester.Store["out/x_000"].Length, 5 * 1024 * 1024, (5 * 1024 * 1024) + 1001);
        Assert.Equal(12_000 * 1001, tester.Store.Keys.Sum(k => tester.Store[k].Length));
    }

    [Fact]
    public async Task MANIFEST_lists_the_files()
    {
        var tester = Tester();
        await UnloadAsync(tester, "MANIFEST VERBOSE");

        using var manifest = JsonDocument.Parse(tester.Store["out/x_manifest"]);
        var entries = manifest.RootElement.GetProperty("entries");
        Assert.Equal("s3://bucket/out/x_0000_part_00", entries[0].GetProperty("url").GetString());
        Assert.Equal(2, entries[0].GetProperty("meta").GetProperty("record_count").GetInt32());
        Assert.Equal(6, entries[1].GetProperty("meta").GetProperty("content_length").GetInt32());
        Assert.Equal(3, manifest.RootElement.GetProperty("meta").GetProperty("record_count").GetInt32());
        var name = manifest.RootElement.GetProperty("schema").GetProperty("elements")[1];
        Assert.Equal(("character varying", 20), (name.GetProperty("type").GetProperty("base").GetString(), name.GetProperty("type").GetProperty("max_length").GetInt32()));
    }

    [Fact]
    public async Task A_manifest_can_be_copied()
    {
        var unload = Tester();
        await UnloadAsync(unload, "MANIFEST ESCAPE");
        var copy = TransferTester.ForTable("id integer, name character varying(10), flag boolean, data super");
        foreach (var key in unload.Store.Keys)
        {
            copy.Store[key] = unload.Store[key];
        }

        await copy.ExecuteAsync($"COPY t FROM 's3://bucket/out/x_manifest' {TransferTester.Role} MANIFEST ESCAPE");
        Assert.Equal(["1\ta|b\tt\t{\"x\":1}", "3\té\"\\n\\\\\t\\N\t[]", "2\t\tf\t\\N"], copy.Backend.CopiedRows);
    }

    [Theory]
    [InlineData("PARTITION BY (flag)", "out/x_/flag=t/000", "1|a|b|{\"x\":1}\n")]
    [InlineData("PARTITION BY (flag)", "out/x_/flag=__HIVE_DEFAULT_PARTITION__/000", "3|é\"\n\\|[]\n")]
    [InlineData("PARTITION BY (flag) INCLUDE", "out/x_/flag=f/000", "2||f|\n")]
    [InlineData("PARTITION BY (name, id)", "out/x_/name=a|b/id=1/000", "t|{\"x\":1}\n")]
    [InlineData("PARTITION BY (name, id)", "out/x_/name=é%22%0A%5C/id=3/000", "|[]\n")]
    public async Task PARTITION_BY_makes_a_folder_for_each_value(string parameters, string key, string expected)
    {
        var tester = Tester();
        await UnloadAsync(tester, parameters + " PARALLEL OFF");
        Assert.Equal(expected, tester.Store.Text(key));
        Assert.Equal(3, tester.Store.Keys.Count());
    }

    [Fact]
    public async Task More_partitions_than_can_be_open_are_written_all_the_same()
    {
        var tester = new TransferTester(
            new FakeBackend
            {
                ResultColumns = [new("p", TypeOids.Int32, -1), new("v", TypeOids.Int32, -1)],
                ResultRows = Enumerable.Range(0, 450).Select(i => (string?[])[$"{i % 150}", $"{i}"])
            });
        await UnloadAsync(tester, "PARTITION BY (p)");

        Assert.Equal(450, tester.Store.Keys.Sum(k => tester.Store.Text(k).Count(c => c == '\n')));
        Assert.Equal(450, tester.History.Unload!.Files.Sum(f => f.Rows));
        Assert.Equal("0\n", tester.Store.Text("out/x_/p=0/0000_part_00"));
        Assert.Equal("150\n", tester.Store.Text("out/x_/p=0/0000_part_01"));
    }

    [Theory]
    [InlineData("ALLOWOVERWRITE", new[] { "out/x_000", "out/x_old" })]
    [InlineData("CLEANPATH", new[] { "out/x_000" })]
    public async Task Files_at_the_destination_are_overwritten_or_removed_on_request(string parameters, string[] keys)
    {
        var tester = Tester().WithFile("out/x_000", "old").WithFile("out/x_old", "old");
        await UnloadAsync(tester, parameters + " PARALLEL OFF");
        Assert.Equal(keys, tester.Store.Keys);
        Assert.NotEqual("old", tester.Store.Text("out/x_000"));
    }

    [Fact]
    public async Task CLEANPATH_with_partitions_cleans_those_that_are_written()
    {
        var tester = Tester().WithFile("out/x_/flag=t/old", "old").WithFile("out/x_/flag=other/old", "old");
        await UnloadAsync(tester, "CLEANPATH PARTITION BY (flag) PARALLEL OFF");
        Assert.DoesNotContain("out/x_/flag=t/old", tester.Store.Keys);
        Assert.Contains("out/x_/flag=other/old", tester.Store.Keys);
    }

    [Fact]
    public async Task Files_at_the_destination_are_an_error()
    {
        var error = await FailAsync(Tester().WithFile("out/x_1", "old"), "");
        Assert.StartsWith("Specified unload destination on S3 is not empty. Consider using a different bucket / prefix", error.Message, StringComparison.Ordinal);
        Assert.Equal("XX000", error.SqlState);
    }

    [Theory]
    [InlineData("CSV ADDQUOTES", "CSV is not compatible with ADDQUOTES")]
    [InlineData("CSV FIXEDWIDTH 'a:1'", "CSV is not compatible with FIXEDWIDTH")]
    [InlineData("PARQUET GZIP", "PARQUET is not compatible with GZIP")]
    [InlineData("PARQUET HEADER", "PARQUET is not compatible with HEADER")]
    [InlineData("JSON HEADER", "JSON is not compatible with HEADER")]
    [InlineData("JSON DELIMITER ','", "JSON is not compatible with DELIMITER")]
    [InlineData("JSON NULL AS ''", "JSON is not compatible with NULL AS")]
    [InlineData("FIXEDWIDTH 'a:1' HEADER", "FIXEDWIDTH is not compatible with HEADER")]
    [InlineData("FIXEDWIDTH 'a:1' DELIMITER ','", "FIXEDWIDTH is not compatible with DELIMITER")]
    [InlineData("CLEANPATH ALLOWOVERWRITE", "CLEANPATH is not compatible with ALLOWOVERWRITE")]
    [InlineData("KMS_KEY_ID 'k'", "KMS_KEY_ID requires ENCRYPTED")]
    [InlineData("ENCRYPTED AUTO KMS_KEY_ID 'k'", "ENCRYPTED is not compatible with KMS_KEY_ID")]
    [InlineData("ROWGROUPSIZE 32 MB", "ROWGROUPSIZE requires PARQUET")]
    [InlineData("PARQUET", "The emulator does not support PARQUET in UNLOAD.")]
    [InlineData("ZSTD", "The emulator does not support ZSTD in UNLOAD.")]
    [InlineData("MAXFILESIZE 4 MB", "MAXFILESIZE must be between 5 MB and 6.2 GB, but is 4 MB.")]
    [InlineData("MAXFILESIZE 7 GB", "MAXFILESIZE must be between 5 MB and 6.2 GB, but is 7 GB.")]
    [InlineData("MAXERROR 1", "syntax error at or near \"MAXERROR\"")]
    [InlineData("FIXEDWIDTH 'a:1'", "FIXEDWIDTH names 1 columns, but the query has 4")]
    [InlineData("FIXEDWIDTH 'a:1,b:1,c:1,d:1'", "A value of column \"name\" is longer than the 1 characters of FIXEDWIDTH")]
    [InlineData("PARTITION BY (other)", "PARTITION BY column \"other\" is not among the columns of the query")]
    [InlineData("PARTITION BY (data)", "PARTITION BY does not support column \"data\" of type super")]
    public async Task What_does_not_go_together_is_refused(string parameters, string message)
        => Assert.Equal(message, (await FailAsync(Tester(), parameters)).Message);

    [Fact]
    public async Task At_least_one_column_is_left_beside_PARTITION_BY()
        => Assert.Equal(
            "UNLOAD needs at least one column that is not in PARTITION BY",
            (await FailAsync(
                new TransferTester(new FakeBackend { ResultColumns = Columns[..1], ResultRows = [["1"]] }), "PARTITION BY (id)")).Message);

    [Theory]
    [InlineData("JSON")]
    [InlineData("FIXEDWIDTH 'a:9'")]
    public async Task VARBYTE_is_unloaded_as_text_and_CSV_only(string parameters)
        => Assert.Equal(
            "UNLOAD of column \"b\" of type varbyte is supported as text and CSV only",
            (await FailAsync(new TransferTester(new FakeBackend { ResultColumns = [new("b", TypeOids.Varbyte, -1)] }), parameters)).Message);

    [Fact]
    public async Task JSON_needs_unique_names()
        => Assert.Contains(
            "\"a\" is there more than once",
            (await FailAsync(new TransferTester(new FakeBackend { ResultColumns = [new("a", 23, -1), new("a", 23, -1)] }), "JSON")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("select * from venue limit 10")]
    [InlineData("select top 10 * from venue")]
    public async Task An_outer_LIMIT_is_refused(string query)
    {
        var error = await Assert.ThrowsAsync<RedshiftErrorException>(
            () => Tester().ExecuteAsync($"UNLOAD ('{query}') TO 's3://bucket/out/x_' {TransferTester.Role}"));
        Assert.Equal("Limit clause is not supported. (Hint: put the limit into nested subquery)", error.Message);
    }

    [Fact]
    public async Task An_inner_LIMIT_is_taken()
        => await Tester().ExecuteAsync(
            $"UNLOAD ('select * from (select * from venue limit 10)') TO 's3://bucket/out/x_' {TransferTester.Role}");

    [Fact]
    public async Task A_query_that_fails_leaves_no_file()
    {
        var tester = new TransferTester(new FakeBackend { ResultColumns = Columns, ResultRows = FailingRows() });
        await Assert.ThrowsAsync<InvalidOperationException>(() => UnloadAsync(tester, "MANIFEST"));
        Assert.Empty(tester.Store.Keys);
    }

    private static IEnumerable<string?[]> FailingRows()
    {
        yield return Rows[0];
        throw new InvalidOperationException();
    }

    private static TransferTester Tester()
        => new(new FakeBackend { ResultColumns = Columns, ResultRows = Rows });

    private static Task<EmulatedStatementResult> UnloadAsync(TransferTester tester, string parameters)
        => tester.ExecuteAsync($"UNLOAD ('select * from venue') TO 's3://bucket/out/x_' {TransferTester.Role} {parameters}");

    private static Task<RedshiftErrorException> FailAsync(TransferTester tester, string parameters)
        => tester.FailsAsync($"UNLOAD ('select * from venue') TO 's3://bucket/out/x_' {TransferTester.Role} {parameters}");
}
