namespace EFCore.Redshift.Emulator.Objects.Copy;

// https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html
public class CopyOptionRulesTest
{
    [Theory]
    [InlineData("CSV REMOVEQUOTES", "CSV is not compatible with REMOVEQUOTES")]
    [InlineData("CSV ESCAPE", "CSV is not compatible with ESCAPE")]
    [InlineData("CSV FIXEDWIDTH 'a:1'", "CSV is not compatible with FIXEDWIDTH")]
    [InlineData("QUOTE '%'", "QUOTE requires CSV")]
    [InlineData("FIXEDWIDTH 'a:1' DELIMITER ','", "FIXEDWIDTH is not compatible with DELIMITER")]
    [InlineData("FIXEDWIDTH 'a:1' ESCAPE", "FIXEDWIDTH is not compatible with ESCAPE")]
    [InlineData("JSON 'auto' CSV", "CSV is not compatible with JSON")]
    [InlineData("JSON 'auto' DELIMITER ','", "JSON is not compatible with DELIMITER")]
    [InlineData("JSON 'auto' ESCAPE", "JSON is not compatible with ESCAPE")]
    [InlineData("JSON 'auto' FILLRECORD", "JSON is not compatible with FILLRECORD")]
    [InlineData("JSON 'auto' IGNOREBLANKLINES", "JSON is not compatible with IGNOREBLANKLINES")]
    [InlineData("JSON 'auto' NULL AS 'x'", "JSON is not compatible with NULL AS")]
    [InlineData("JSON 'auto' REMOVEQUOTES", "JSON is not compatible with REMOVEQUOTES")]
    [InlineData("FORMAT AS PARQUET MAXERROR 5", "PARQUET is not compatible with MAXERROR")]
    [InlineData("FORMAT AS ORC DELIMITER ','", "ORC is not compatible with DELIMITER")]
    [InlineData("SHAPEFILE ESCAPE", "SHAPEFILE is not compatible with ESCAPE")]
    [InlineData("GZIP ZSTD", "GZIP is not compatible with ZSTD")]
    [InlineData("IGNOREALLERRORS MAXERROR 1", "IGNOREALLERRORS is not compatible with MAXERROR")]
    [InlineData("MASTER_SYMMETRIC_KEY 'k'", "MASTER_SYMMETRIC_KEY requires ENCRYPTED")]
    [InlineData("GZIP GZIP", "conflicting or redundant options: GZIP")]
    [InlineData("MAXERROR 100001", "Invalid value for MAXERROR: it must be a whole number from 0 to 100000.")]
    [InlineData("COMPROWS 1", "Invalid value for COMPROWS: it must be a whole number from 1000 to 2147483647.")]
    [InlineData("DELIMITER 'ab'", "COPY delimiter must be a single ASCII character")]
    [InlineData("DELIMITER 'é'", "COPY delimiter must be a single ASCII character")]
    [InlineData("ENCODING LATIN1", "ENCODING must be UTF8, UTF16, UTF16LE or UTF16BE.")]
    [InlineData("ALLOWOVERWRITE", "syntax error at or near \"ALLOWOVERWRITE\"")]
    [InlineData("HEADER", "syntax error at or near \"HEADER\"")]
    public async Task Parameters_that_do_not_go_together_are_refused(string parameters, string message)
        => Assert.Equal(message, (await FailAsync(parameters)).Message);

    [Theory]
    [InlineData("FORMAT AVRO 'auto'", "AVRO")]
    [InlineData("FORMAT AS PARQUET", "PARQUET")]
    [InlineData("FORMAT AS ORC", "ORC")]
    [InlineData("SHAPEFILE", "SHAPEFILE")]
    [InlineData("BZIP2", "BZIP2")]
    [InlineData("LZOP", "LZOP")]
    [InlineData("ZSTD", "ZSTD")]
    [InlineData("SSH", "SSH")]
    [InlineData("ENCRYPTED MASTER_SYMMETRIC_KEY 'k'", "ENCRYPTED")]
    public async Task What_the_emulator_does_not_read_is_refused_by_name(string parameters, string name)
    {
        var error = await FailAsync(parameters);
        Assert.Equal(("0A000", $"The emulator does not support {name} in COPY."), (error.SqlState, error.Message));
        Assert.NotNull(error.Hint);
    }

    [Theory]
    [InlineData("emr://cluster/part-*", "emr")]
    [InlineData("dynamodb://table", "dynamodb")]
    public async Task Sources_other_than_S3_are_refused_by_name(string source, string name)
        => Assert.Equal(
            $"The emulator does not support COPY from {name}://.",
            (await TransferTester.ForTable("id integer").FailsAsync($"COPY t FROM '{source}' {TransferTester.Role}")).Message);

    private static Task<Sql.RedshiftErrorException> FailAsync(string parameters)
        => TransferTester.ForTable("id integer").WithFile("file", "1\n").FailsAsync($"COPY t FROM 's3://bucket/file' {TransferTester.Role} {parameters}");
}
