using System.IO.Compression;
using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Copy;

// https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html and the pages of its parameters
public class CopyExecutorTest
{
    private const string Table = "id integer, name character varying(10), price numeric(5,2), sold date";

    [Fact]
    public async Task Rows_go_to_PostgreSQL()
    {
        var tester = TransferTester.ForTable(Table);

        Assert.Equal(
            ["1\tSports\t9.99\t2008-01-31", "2\t\t\\N\t\\N", "3\t\\N\t\\N\t\\N"],
            await tester.CopyAsync("", "1|Sports|9.999|2008-01-31\n2|||\n3|\\N| |\\N\n"));
        Assert.Equal("COPY \"public\".\"t\" (\"id\", \"name\", \"price\", \"sold\") FROM STDIN (FORMAT text, ENCODING 'UTF8')", tester.Backend.CopySql);
    }

    [Fact]
    public async Task The_client_is_told_how_many_rows()
    {
        var result = await TransferTester.ForTable("id integer").WithFile("file", "1\n2\n").ExecuteAsync(
            $"COPY t FROM 's3://bucket/file' {TransferTester.Role}");

        Assert.Equal("COPY", result.CommandTag);
        Assert.Equal(["Load into table 't' completed, 2 record(s) loaded successfully."], result.Infos);
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-column-mapping.html
    [Fact]
    public async Task A_column_list_names_the_columns_of_the_file()
    {
        var tester = TransferTester.ForTable(Table).WithFile("file", "Sports|1\n");
        await tester.ExecuteAsync($"COPY t (name, id) FROM 's3://bucket/file' {TransferTester.Role}");

        Assert.Equal(["Sports\t1"], tester.Backend.CopiedRows);
        Assert.Contains("(\"name\", \"id\")", tester.Backend.CopySql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(id, other)", "42703", "column \"other\" of relation \"t\" does not exist")]
    [InlineData("(id, id)", "42701", "Column \"id\" specified more than once")]
    public async Task A_column_list_must_fit_the_table(string columns, string sqlState, string message)
    {
        var error = await TransferTester.ForTable(Table).WithFile("file", "1\n").FailsAsync(
            $"COPY t {columns} FROM 's3://bucket/file' {TransferTester.Role}");
        Assert.Equal((sqlState, message), (error.SqlState, error.Message));
    }

    [Theory]
    [InlineData("", "(\"name\")", "5", null)]
    [InlineData("(name)", "(\"name\")", "5", null)]
    [InlineData("(id, name)", null, "5|x", "Cannot copy into identity column \"id\" without EXPLICIT_IDS")]
    [InlineData("(id, name) EXPLICIT_IDS", "(\"id\", \"name\")", "5|x", null)]
    [InlineData("EXPLICIT_IDS", "(\"id\", \"name\")", "5|x", null)]
    [InlineData("(name) EXPLICIT_IDS", null, "5", "EXPLICIT_IDS needs an IDENTITY column among the columns that are loaded")]
    public async Task Identity_columns_are_left_out_unless_EXPLICIT_IDS(string what, string? columns, string line, string? error)
    {
        var tester = new TransferTester(
            new FakeBackend { Columns = [("id", "bigint", true, true, true), ("name", "character varying(10)", false, false, false)] });
        tester.WithFile("file", line);
        var (list, parameters) = what.EndsWith("EXPLICIT_IDS", StringComparison.Ordinal) ? (what[..^12], "EXPLICIT_IDS") : (what, "");
        var sql = $"COPY t {list} FROM 's3://bucket/file' {TransferTester.Role} {parameters}";

        if (error is null)
        {
            await tester.ExecuteAsync(sql);
            Assert.Contains(columns!, tester.Backend.CopySql, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(error, (await tester.FailsAsync(sql)).Message);
        }
    }

    [Fact]
    public async Task A_prefix_loads_all_files_in_order()
    {
        var tester = TransferTester.ForTable("id integer").WithFile("data/b", "3\n").WithFile("data/a", "1\n2").WithFile("other", "x\n");
        await tester.ExecuteAsync($"COPY t FROM 's3://bucket/data/' {TransferTester.Role}");

        Assert.Equal(["1", "2", "3"], tester.Backend.CopiedRows);
        Assert.Equal(["data/a", "data/b"], tester.History.Load!.Files.Select(f => f.Location.Key));
    }

    [Fact]
    public async Task A_prefix_of_nothing_is_an_error()
    {
        var error = await TransferTester.ForTable("id integer").FailsAsync($"COPY t FROM 's3://bucket/data/x' {TransferTester.Role}");

        Assert.Equal(("XX000", "The specified S3 prefix 'data/x' does not exist"), (error.SqlState, error.Message));
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/loading-data-files-using-manifest.html
    [Fact]
    public async Task A_manifest_names_the_files()
    {
        var tester = TransferTester.ForTable("id integer").WithFile("a", "1\n").WithFile("b", "2\n").WithFile("bb", "3\n").WithFile(
            "list",
            """
            {"entries": [
              {"url": "s3://bucket/b", "mandatory": true, "meta": {"content_length": 2}},
              {"url": "s3://bucket/missing", "mandatory": false},
              {"url": "s3://bucket/a"}]}
            """);
        await tester.ExecuteAsync($"COPY t FROM 's3://bucket/list' {TransferTester.Role} MANIFEST");

        Assert.Equal(["2", "1"], tester.Backend.CopiedRows);
    }

    [Theory]
    [InlineData("""{"entries": [{"url": "s3://bucket/missing", "mandatory": true}]}""", "NoSuchKey")]
    [InlineData("""{"entries": [{"url": "s3://bucket/missing"}]}""", "No file of the manifest exists.")]
    [InlineData("""{"files": []}""", "Problem reading manifest file")]
    [InlineData("a,b", "Problem reading manifest file")]
    public async Task A_manifest_that_leads_to_nothing_is_an_error(string manifest, string message)
        => Assert.Contains(
            message,
            (await TransferTester.ForTable("id integer").WithFile("list", manifest).FailsAsync(
                $"COPY t FROM 's3://bucket/list' {TransferTester.Role} MANIFEST")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("EMPTYASNULL", "1||", "1\t\\N\t\\N")]
    [InlineData("BLANKSASNULL", "1| |", "1\t\\N\t\\N")]
    [InlineData("BLANKSASNULL", "1||", "1\t\t\\N")]
    [InlineData("NULL AS 'none'", "none|none|none", "\\N\t\\N\t\\N")]
    [InlineData("NULL AS 'none'", "1|\\N|", "1\t\\\\N\t\\N")]
    [InlineData("NULL AS '\\N'", "1|\\N|N", "1\t\\N\tN")]
    [InlineData("NULL AS '\\\\N'", "1|\\N|", "1\t\\N\t\\N")]
    [InlineData("NULL AS '\\0'", "1|\0|", "1\t\\N\t\\N")]
    [InlineData("ESCAPE", "1|\\N|\\\\N", "1\t\\N\t\\\\N")]
    [InlineData("ESCAPE", "1|a\\|b|", "1\ta|b\t\\N")]
    [InlineData("REMOVEQUOTES", "1|'a|b'|\"\"", "1\ta|b\t\\N")]
    [InlineData("CSV", "1,\"a,b\",", "1\ta,b\t\\N")]
    [InlineData("CSV DELIMITER ';' QUOTE '%'", "1;%a;b%;", "1\ta;b\t\\N")]
    [InlineData("DELIMITER '\\t'", "1\ta|b\t", "1\ta|b\t\\N")]
    [InlineData("DELIMITER '\\001'", "1\u0001a\u0001", "1\ta\t\\N")]
    [InlineData("FILLRECORD", "1", "1\t\t\\N")]
    [InlineData("FILLRECORD EMPTYASNULL", "1", "1\t\\N\t\\N")]
    [InlineData("TRIMBLANKS", "1|a  |", "1\ta\t\\N")]
    [InlineData("TRUNCATECOLUMNS", "1|abcdefghijkl|", "1\tabcdefghij\t\\N")]
    [InlineData("FIXEDWIDTH 'a:2,b:5,c:1'", "12ab cdt", "12\tab cd\tt")]
    [InlineData("JSON 'auto'", """{"flag": "yes", "id": 1, "name": "a\nb"}""", "1\ta\\nb\tt")]
    [InlineData("FORMAT AS JSON 'auto ignorecase'", """{"ID": 1, "Flag": false}""", "1\t\\N\tf")]
    public async Task Parameters_say_how_fields_are_read(string parameters, string line, string expected)
    {
        var flag = expected.EndsWith('N') && !expected.EndsWith("\t\\N", StringComparison.Ordinal) ? "character varying(2)" : "boolean";
        Assert.Equal([expected], await TransferTester.ForTable($"id integer, name character varying(10), flag {flag}").CopyAsync(parameters, line));
    }

    [Theory]
    [InlineData("IGNOREHEADER 1")]
    [InlineData("IGNOREHEADER AS 1 IGNOREBLANKLINES")]
    public async Task Header_lines_are_left_out_of_each_file(string parameters)
    {
        var tester = TransferTester.ForTable("id integer").WithFile("data/a", "id\n1\n").WithFile("data/b", "id\n2\n");
        await tester.ExecuteAsync($"COPY t FROM 's3://bucket/data' {TransferTester.Role} {parameters}");

        Assert.Equal(["1", "2"], tester.Backend.CopiedRows);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_data()
        => Assert.Equal(["1"], await TransferTester.ForTable("id integer").CopyAsync("", "\ufeff1\n"));

    [Theory]
    [InlineData("UTF16")]
    [InlineData("UTF16LE")]
    [InlineData("UTF16BE")]
    public async Task Files_can_be_UTF16(string encoding)
    {
        var tester = TransferTester.ForTable("name character varying(10)");
        Encoding utf16 = encoding == "UTF16BE" ? Encoding.BigEndianUnicode : Encoding.Unicode;
        tester.Store["file"] = [.. utf16.GetPreamble(), .. utf16.GetBytes("é𝄞\nb\n")];
        await tester.ExecuteAsync($"COPY t FROM 's3://bucket/file' {TransferTester.Role} ENCODING {encoding}");

        Assert.Equal(["é𝄞", "b"], tester.Backend.CopiedRows);
    }

    [Fact]
    public async Task Files_can_be_gzip()
    {
        var tester = TransferTester.ForTable("id integer");
        using var compressed = new MemoryStream();
        foreach (var part in new[] { "1\n2", "3\n4\n" })
        {
            // A gzip file may be several, one after the other.
            await using var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true);
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(part));
        }

        tester.Store["file"] = compressed.ToArray();
        await tester.ExecuteAsync($"COPY t FROM 's3://bucket/file' {TransferTester.Role} GZIP");

        Assert.Equal(["1", "23", "4"], tester.Backend.CopiedRows);
    }

    [Fact]
    public async Task A_file_that_is_no_gzip_is_an_error()
    {
        var error = await TransferTester.ForTable("id integer").WithFile("file", "1\n").FailsAsync(
            $"COPY t FROM 's3://bucket/file' {TransferTester.Role} GZIP");
        Assert.Contains("s3://bucket/file", error.Detail, StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-load.html#copy-maxerror
    [Theory]
    [InlineData("", 1, false)]
    [InlineData("MAXERROR 0", 1, false)]
    [InlineData("MAXERROR 1", 1, false)]
    [InlineData("MAXERROR 2", 2, false)]
    [InlineData("MAXERROR 3", 2, true)]
    [InlineData("IGNOREALLERRORS", 2, true)]
    public async Task As_many_bad_lines_as_MAXERROR_fail_the_load(string parameters, int errors, bool succeeds)
    {
        var tester = TransferTester.ForTable("id integer").WithFile("file", "1\nx\n2\ny\n3\n");
        var sql = $"COPY t FROM 's3://bucket/file' {TransferTester.Role} {parameters}";

        if (succeeds)
        {
            var result = await tester.ExecuteAsync(sql);
            Assert.Equal(["1", "2", "3"], tester.Backend.CopiedRows);
            Assert.Equal(
                "Load into table 't' completed, 2 record(s) could not be loaded.  Check 'stl_load_errors' system table for details.",
                result.Infos[1]);
        }
        else
        {
            var error = await tester.FailsAsync(sql);
            Assert.Equal(
                ("XX000", "Load into table 't' failed.  Check 'stl_load_errors' system table for details."), (error.SqlState, error.Message));
        }

        Assert.Equal(errors, tester.History.Errors.Count);
        Assert.Equal(succeeds, tester.History.Load!.IsCompleted);
        Assert.Equal(errors, tester.History.Load.ErrorCount);
    }

    [Fact]
    public async Task NOLOAD_checks_and_loads_nothing()
    {
        var tester = TransferTester.ForTable("id integer").WithFile("file", "1\nx\n");
        await tester.FailsAsync($"COPY t FROM 's3://bucket/file' {TransferTester.Role} NOLOAD");
        var result = await tester.ExecuteAsync($"COPY t FROM 's3://bucket/file' {TransferTester.Role} NOLOAD MAXERROR 9");

        Assert.Null(tester.Backend.CopySql);
        Assert.Equal("Load into table 't' completed, 0 record(s) loaded successfully.", result.Infos[0]);
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/r_STL_LOAD_ERRORS.html
    [Fact]
    public async Task A_load_error_tells_file_line_column_and_value()
    {
        var tester = TransferTester.ForTable(Table);
        await Assert.ThrowsAsync<Sql.RedshiftErrorException>(
            () => tester.CopyAsync("CSV", "1,\"é\nb\",1,\n2,x,1.2x,2008-01-31\n"));

        var error = Assert.Single(tester.History.Errors);
        Assert.Equal("s3://bucket/file", error.File);
        Assert.Equal(3, error.Line);
        Assert.Equal(("price", "numeric", "5, 2"), (error.Column, error.Type, error.Length));
        Assert.Equal(("2,x,1.2x,2008-01-31", "1.2x"), (error.RawLine, error.RawValue));
        Assert.Equal(new LoadFault(1207, "Invalid digit, Value 'x', Pos 3, Type: Decimal", 3), error.Fault);
        Assert.Equal(["id", "name", "price"], error.Fields.Select(f => f.Column));
    }

    [Theory]
    [InlineData("1", 1214, "Delimiter not found", "name")]
    [InlineData("1|a|b|c|d", 1202, "Extra column(s) found", "")]
    [InlineData("1|a|b|", 1213, "Missing data for not-null field", "last")]
    [InlineData("1|a|b|c|", null, null, null)]
    [InlineData("1|abcdefghijk|b|c", 1204, "String length exceeds DDL length", "name")]
    public async Task Lines_that_do_not_fit_are_load_errors(string line, int? code, string? reason, string? column)
    {
        var tester = TransferTester.ForTable("id integer, name character varying(10), more character varying(10), last integer not null");
        line = code is null or 1202 ? line.Replace("|c", "|3", StringComparison.Ordinal) : line;
        if (code is null)
        {
            Assert.Single(await tester.CopyAsync("", line));
            return;
        }

        await Assert.ThrowsAsync<Sql.RedshiftErrorException>(() => tester.CopyAsync("", line));
        var error = Assert.Single(tester.History.Errors);
        Assert.Equal((code, reason, column), (error.Fault.Code, error.Fault.Reason, error.Column));
    }

    [Fact]
    public async Task A_line_of_more_than_4_MB_fails_the_load_whatever_MAXERROR_says()
    {
        var tester = TransferTester.ForTable("name character varying(65535)");
        await Assert.ThrowsAsync<Sql.RedshiftErrorException>(
            () => tester.CopyAsync("MAXERROR 1000 TRUNCATECOLUMNS", "a\n" + new string('b', 5 * 1024 * 1024)));

        var error = Assert.Single(tester.History.Errors);
        Assert.Equal("Missing newline: Unexpected character 0x62 found at location 4194304", error.Fault.Reason);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task An_omitted_column_that_takes_no_NULL_is_an_error()
        => Assert.Equal(
            "Cannot insert a NULL value into column id",
            (await TransferTester.ForTable("id integer not null, name character varying(10)").WithFile("file", "a\n").FailsAsync(
                $"COPY t (name) FROM 's3://bucket/file' {TransferTester.Role}")).Message);

    [Fact]
    public async Task A_table_that_does_not_exist_is_an_error()
        => Assert.Equal(
            "Cannot COPY into nonexistent table t",
            (await new TransferTester(new FakeBackend()).FailsAsync($"COPY t FROM 's3://bucket/file' {TransferTester.Role}")).Message);

    // https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-copy-from-json.html
    [Fact]
    public async Task A_jsonpaths_file_must_have_a_path_for_each_column()
    {
        var tester = TransferTester.ForTable("id integer, name character varying(10)").WithFile("paths", """{"jsonpaths": ["$.a", "$.b"]}""");

        Assert.Equal(["1\tx"], await tester.CopyAsync("JSON 's3://bucket/paths'", """{"a": 1, "b": "x"}"""));
        Assert.Contains(
            "JSONPath size: 2, Number of columns in table or column list: 1",
            (await tester.FailsAsync($"COPY t (id) FROM 's3://bucket/file' {TransferTester.Role} JSON 's3://bucket/paths'")).Message,
            StringComparison.Ordinal);
    }
}
