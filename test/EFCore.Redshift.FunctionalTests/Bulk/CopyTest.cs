using EFCore.Redshift.Bulk;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Bulk;

public class CopyTest : BulkTest
{
    [Fact]
    public async Task Delimited_text_is_loaded_into_the_table_of_an_entity_type()
    {
        await WriteAsync("part1", "1|one|1.50|2024-02-29|2024-02-29 12:00:00\n2|\\N|||\n");
        await WriteAsync("part2", "3|o'three|-3|2024-03-01|\n");
        await using var db = Context();

        var result = await db.Database.CopyAsync<Sale>(Location("part"), copy => copy.WithIamRole(Role));

        Assert.Equal(3, result.RowCount);
        var sales = await db.Sales.OrderBy(s => s.Id).ToListAsync();
        Assert.Equal(["one", null, "o'three"], sales.Select(s => s.Name));
        Assert.Equal([1.5m, null, -3m], sales.Select(s => s.Price));
        Assert.Equal(new DateOnly(2024, 2, 29), sales[0].Sold);
        Assert.Equal(new DateTime(2024, 2, 29, 12, 0, 0), sales[0].Changed);
    }

    [Fact]
    public async Task Csv_with_a_header_and_other_formats_is_loaded_synchronously()
    {
        await WriteAsync("f.csv", "name,id,sold,changed\n\"a \"\"quoted\"\", name\",1,29.02.2024,1709208000\nnone,2,01.03.2024,0\n");
        using var db = Context();

        var result = db.Database.Copy("sale", Location("f.csv"), copy => copy
            .WithIamRole(Role)
            .WithCsv()
            .WithIgnoreHeader(1)
            .WithColumns("name", "id", "sold", "changed")
            .WithDateFormat("DD.MM.YYYY")
            .WithTimeFormat("epochsecs")
            .WithNullAs("none"));

        Assert.Equal(2, result.RowCount);
        var sales = db.Sales.OrderBy(s => s.Id).ToList();
        Assert.Equal(["a \"quoted\", name", null], sales.Select(s => s.Name));
        Assert.Equal(new DateOnly(2024, 2, 29), sales[0].Sold);
        Assert.Equal(new DateTime(2024, 2, 29, 12, 0, 0), sales[0].Changed);
    }

    [Fact]
    public async Task A_load_in_the_user_s_transaction_is_rolled_back_with_it()
    {
        await WriteAsync("f", "1|a|||\n");
        await using var db = Context();
        await using (await db.Database.BeginTransactionAsync())
        {
            Assert.Equal(1, (await db.Database.CopyAsync<Sale>(Location("f"), copy => copy.WithIamRole(Role))).RowCount);
            Assert.Equal(1, await db.Sales.CountAsync());
        }

        Assert.Equal(0, await db.Sales.CountAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_bad_line_is_reported_with_its_file_line_column_and_reason(bool inTransaction)
    {
        await WriteAsync("f", "1|a|||\nx|b|||\n");
        await using var db = Context();
        await using var transaction = inTransaction ? await db.Database.BeginTransactionAsync() : null;

        var exception = await Assert.ThrowsAsync<RedshiftLoadException>(
            () => db.Database.CopyAsync<Sale>(Location("f"), copy => copy.WithIamRole(Role)));

        var error = Assert.Single(exception.Errors);
        Assert.Equal(Location("f"), error.FileName);
        Assert.Equal(2, error.LineNumber);
        Assert.Equal("id", error.ColumnName);
        Assert.Contains("Invalid digit", error.Reason, StringComparison.Ordinal);
        Assert.Contains(error.Reason, exception.Message, StringComparison.Ordinal);
        Assert.Contains("line 2, column 'id'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Some_bad_lines_are_left_out_when_that_is_allowed()
    {
        await WriteAsync("f", "1|a|||\nx|b|||\n3|c|||\n");
        await using var db = Context();

        var result = await db.Database.CopyAsync<Sale>(Location("f"), copy => copy.WithIamRole(Role).WithMaxErrors(5));

        Assert.Equal(2, result.RowCount);
    }

    [Fact]
    public async Task A_table_that_does_not_exist_is_an_error_without_lines()
    {
        await WriteAsync("f", "1\n");
        await using var db = Context();

        var exception = await Assert.ThrowsAsync<RedshiftLoadException>(
            () => db.Database.CopyAsync("no_such_table", Location("f"), copy => copy.WithIamRole(Role)));

        Assert.Empty(exception.Errors);
        Assert.Null(exception.ErrorQuery);
        Assert.Equal("42P01", exception.SqlState);
    }

    [Fact]
    public void Every_option_has_its_words()
    {
        using var db = Context();

        var sql = db.Database.ToCopyCommand("s.t", "s3://b/p", copy => copy
            .WithIamRole("arn:aws:iam::1:role/a", "arn:aws:iam::2:role/b")
            .WithColumns("Id", "na\"me")
            .WithDelimiter(';')
            .WithNullAs("\\N")
            .WithEscape()
            .WithGzip()
            .WithManifest()
            .WithRegion("eu-central-1")
            .WithIgnoreHeader(2)
            .WithDateFormat("auto")
            .WithTimeFormat("auto")
            .WithMaxErrors(10)
            .WithExplicitIds()
            .WithBlanksAsNull()
            .WithEmptyAsNull()
            .WithFillRecord()
            .WithIgnoreBlankLines()
            .WithRemoveQuotes()
            .WithRoundDecimals()
            .WithTrimBlanks()
            .WithTruncateColumns()
            .WithCompressionUpdate(false)
            .WithStatisticsUpdate(true));

        Assert.Equal(
            """
            COPY "s"."t" ("id", "na""me")
            FROM 's3://b/p'
            IAM_ROLE 'arn:aws:iam::1:role/a,arn:aws:iam::2:role/b'
            DELIMITER ';'
            NULL AS '\\N'
            ESCAPE
            GZIP
            MANIFEST
            REGION 'eu-central-1'
            IGNOREHEADER 2
            DATEFORMAT 'auto'
            TIMEFORMAT 'auto'
            MAXERROR 10
            EXPLICIT_IDS
            BLANKSASNULL
            EMPTYASNULL
            FILLRECORD
            IGNOREBLANKLINES
            REMOVEQUOTES
            ROUNDEC
            TRIMBLANKS
            TRUNCATECOLUMNS
            COMPUPDATE OFF
            STATUPDATE ON
            """.ReplaceLineEndings("\n"),
            sql);
    }

    [Theory]
    [InlineData("t", "\"t\"")]
    [InlineData("s.t", "\"s\".\"t\"")]
    [InlineData("d.s.T", "\"d\".\"s\".\"t\"")]
    [InlineData("\"a.b\".\"c\"\"d\"", "\"a.b\".\"c\"\"d\"")]
    [InlineData("t; DROP TABLE x", "\"t; drop table x\"")]
    public void Names_of_tables_are_read_and_quoted(string name, string quoted)
    {
        using var db = Context();

        Assert.StartsWith(
            $"COPY {quoted}\nFROM", db.Database.ToCopyCommand(name, "s3://b/p", copy => copy.WithDefaultIamRole()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.b.c.d")]
    [InlineData(".t")]
    [InlineData("s.")]
    [InlineData("\"t")]
    [InlineData("t\"x\"")]
    [InlineData("\"t\"x")]
    public void Names_that_are_none_are_refused(string name)
    {
        using var db = Context();

        Assert.Throws<ArgumentException>(() => db.Database.ToCopyCommand(name, "s3://b/p", copy => copy.WithDefaultIamRole()));
    }

    [Fact]
    public void Values_cannot_leave_their_literals()
    {
        using var db = Context();

        var sql = db.Database.ToCopyCommand("t", "s3://b/'; DROP TABLE x --\\", copy => copy
            .WithDefaultIamRole()
            .WithNullAs("\\'; DROP TABLE y --")
            .WithDelimiter('\\')
            .WithRegion("' OR '"));

        Assert.Equal(
            """
            COPY "t"
            FROM 's3://b/''; DROP TABLE x --\\'
            IAM_ROLE default
            DELIMITER '\\'
            NULL AS '\\''; DROP TABLE y --'
            REGION ''' OR '''
            """.ReplaceLineEndings("\n"),
            sql);
    }

    [Fact]
    public void Options_that_exclude_each_other_are_refused()
    {
        using var db = Context();
        string Build(Action<RedshiftCopyBuilder> configure)
            => db.Database.ToCopyCommand("t", "s3://b/p", copy => configure(copy.WithDefaultIamRole()));

        Assert.Throws<InvalidOperationException>(() => Build(copy => copy.WithCsv().WithEscape()));
        Assert.Throws<InvalidOperationException>(() => Build(copy => copy.WithCsv().WithRemoveQuotes()));
        Assert.Throws<InvalidOperationException>(() => Build(copy => copy.WithJson().WithDelimiter('|')));
        Assert.Throws<InvalidOperationException>(() => Build(copy => copy.WithParquet().WithGzip()));
        Assert.Throws<InvalidOperationException>(() => Build(copy => copy.WithParquet().WithMaxErrors(3)));
        Assert.Contains(
            "PARQUET cannot be combined with IGNOREHEADER",
            Assert.Throws<InvalidOperationException>(() => Build(copy => copy.WithParquet().WithIgnoreHeader(1))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_server_would_refuse_is_refused_at_once()
    {
        using var db = Context();
        Assert.Throws<ArgumentException>(() => db.Database.ToCopyCommand("t", "/tmp/file", copy => copy.WithDefaultIamRole()));
        Assert.Throws<ArgumentException>(() => db.Database.ToCopyCommand("t", "s3://b", copy => copy.WithDelimiter('ä')));
        Assert.Throws<ArgumentException>(() => db.Database.ToCopyCommand("t", "s3://b", copy => copy.WithDefaultIamRole().WithNullAs("\0")));
        Assert.Throws<ArgumentException>(() => db.Database.ToCopyCommand("t", "s3://b", copy => copy.WithIamRole("a,b")));
        Assert.Throws<ArgumentOutOfRangeException>(() => db.Database.ToCopyCommand("t", "s3://b", copy => copy.WithMaxErrors(100_001)));
        Assert.Contains(
            "The COPY says by no role or key",
            Assert.Throws<InvalidOperationException>(() => db.Database.ToCopyCommand("t", "s3://b", _ => { })).Message,
            StringComparison.Ordinal);
    }
}
