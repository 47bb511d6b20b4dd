using EFCore.Redshift.Emulator.TestUtilities;
using FsCheck;
using FsCheck.Fluent;
using Npgsql;

namespace EFCore.Redshift.Emulator.Objects;

// https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html
public class UnloadTest(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    // https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD_command_examples.html
    [Fact]
    public async Task A_query_is_unloaded_to_files()
    {
        await using var bucket = await Bucket.CreateAsync(emulator);
        await bucket.ExecuteAsync("CREATE TABLE venue (venueid smallint, venuename varchar(100), venuestate char(2), opened timestamp, seats decimal(8,2))");
        await bucket.ExecuteAsync(
            "INSERT INTO venue VALUES (1, 'Toyota Park', 'IL', '2006-06-11 12:00:00', 20000), (2, 'Columbus \\\\ Crew', 'NV', NULL, 0.5), (3, NULL, 'NV', NULL, NULL)");
        await bucket.UnloadAsync("select * from venue where venuestate='NV' order by venueid", "out/venue_", "PARALLEL OFF HEADER");

        Assert.Equal(["out/venue_000"], bucket.Keys);
        Assert.Equal("venueid|venuename|venuestate|opened|seats\n2|Columbus \\ Crew|NV||0.50\n3||NV||\n", bucket.Read("out/venue_000"));
        Assert.Equal(["INFO: UNLOAD completed, 2 record(s) unloaded successfully."], bucket.Notices);
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/PG_LAST_UNLOAD_COUNT.html and SYS_UNLOAD_HISTORY.html
    [Fact]
    public async Task The_session_and_the_system_views_know_the_last_UNLOAD()
    {
        await using var bucket = await Bucket.CreateAsync(emulator);
        await bucket.ExecuteAsync("CREATE TABLE t AS SELECT 1 AS a UNION ALL SELECT 2 UNION ALL SELECT 3");
        await bucket.UnloadAsync("select a from t", "out/", "CSV GZIP");

        Assert.Equal(3L, await bucket.ScalarAsync("SELECT pg_last_unload_count()"));
        var id = await bucket.ScalarAsync("SELECT pg_last_unload_id()");
        Assert.Equal(
            ["success|csv|gzip|3|2"],
            await bucket.RowsAsync($"SELECT status, file_format, compression_type, unloaded_rows, unloaded_files_count FROM sys_unload_history WHERE query_id = {id}"));
        Assert.Equal(
            [$"s3://{bucket.Name}/out/0000_part_00.gz|2", $"s3://{bucket.Name}/out/0001_part_00.gz|1"],
            await bucket.RowsAsync($"SELECT trim(path), line_count FROM stl_unload_log WHERE query = {id} ORDER BY 1"));
    }

    [Fact]
    public async Task UNLOAD_sees_what_its_transaction_has_done()
    {
        await using var bucket = await Bucket.CreateAsync(emulator);
        await bucket.ExecuteAsync("BEGIN");
        await bucket.ExecuteAsync("CREATE TEMP TABLE t (a varchar(10))");
        await bucket.ExecuteAsync("INSERT INTO t VALUES ('x')");
        await bucket.UnloadAsync("select a from t", "out/", "PARALLEL OFF");
        await bucket.ExecuteAsync("ROLLBACK");

        Assert.Equal("x\n", bucket.Read("out/000"));
    }

    [Fact]
    public async Task The_query_is_Redshift_s_own_dialect()
    {
        await using var bucket = await Bucket.CreateAsync(emulator);
        await bucket.ExecuteAsync("CREATE TABLE t (a integer, b varchar(10))");
        await bucket.ExecuteAsync("INSERT INTO t VALUES (1, 'it''s'), (2, 'b')");
        await bucket.UnloadAsync("select dateadd(day, a, '2024-02-28'::date)::date, len(b) from t where b = 'it''s'", "out/", "PARALLEL OFF");
        Assert.Equal("2024-02-29|4\n", bucket.Read("out/000"));

        var error = await Assert.ThrowsAsync<PostgresException>(() => bucket.UnloadAsync("select array[1]", "other/"));
        Assert.NotEqual("XX000", error.SqlState);
    }

    [Theory]
    [InlineData("select a from t limit 1", "Limit clause is not supported. (Hint: put the limit into nested subquery)")]
    [InlineData("select nothing from t", "column \"nothing\" does not exist in t")]
    [InlineData("select a / 0 from t", "division by zero")]
    [InlineData("delete from t", "UNLOAD takes one SELECT statement")]
    public async Task A_query_that_fails_leaves_nothing_and_the_session_goes_on(string query, string message)
    {
        await using var bucket = await Bucket.CreateAsync(emulator);
        await bucket.ExecuteAsync("CREATE TABLE t AS SELECT 1 AS a");

        var error = await Assert.ThrowsAsync<PostgresException>(() => bucket.UnloadAsync(query, "out/"));
        Assert.Equal(message.Split('"')[0], error.MessageText.Split('"')[0]);
        Assert.Empty(bucket.Keys);
        Assert.Equal(1, await bucket.ScalarAsync("SELECT a FROM t"));
    }

    [Fact]
    public async Task A_destination_that_is_not_empty_is_an_error()
    {
        await using var bucket = await Bucket.CreateAsync(emulator);
        await bucket.ExecuteAsync("CREATE TABLE t AS SELECT 1 AS a");
        await bucket.UnloadAsync("select a from t", "out/");

        var error = await Assert.ThrowsAsync<PostgresException>(() => bucket.UnloadAsync("select a from t", "out/"));
        Assert.Equal("XX000", error.SqlState);
        Assert.Equal(
            "Specified unload destination on S3 is not empty. Consider using a different bucket / prefix, manually removing the target files in S3, "
            + "or using the ALLOWOVERWRITE option.",
            error.MessageText);
        await bucket.UnloadAsync("select a from t", "out/", "ALLOWOVERWRITE");
    }

    // What is unloaded can be copied back: https://docs.aws.amazon.com/redshift/latest/dg/t_Reloading_unload_files.html
    [Theory]
    [InlineData("CSV NULL AS '\\\\N'", "CSV")]
    [InlineData("ESCAPE NULL AS '\\\\N'", "ESCAPE")]
    [InlineData("ESCAPE ADDQUOTES NULL AS '\\\\N' DELIMITER '\\t' GZIP", "ESCAPE REMOVEQUOTES DELIMITER '\\t' GZIP")]
    [InlineData("JSON", "JSON 'auto'")]
    public async Task Hostile_texts_come_back(string unload, string copy)
    {
        await using var bucket = await Bucket.CreateAsync(emulator);
        await bucket.ExecuteAsync("CREATE TABLE t (id integer, a varchar(200), b varchar(200), c super)");
        await bucket.ExecuteAsync("CREATE TABLE back (id integer, a varchar(200), b varchar(200), c super)");
        var texts = PropertyCheck.HostileText.Where(t => t.Length < 50 && t != "\\N").ListOf(200).Sample(1, new Rnd(1, 1), 40).Single();
        await using (var command = new NpgsqlCommand("", await bucket.OpenAsync()))
        {
            var rows = texts.Select((text, i) => $"({i}, ${i + 1}, NULL, JSON_PARSE('{{\"k\": [1, \"a|b,\\\\\\\"c\"]}}'))");
            command.CommandText = $"INSERT INTO t VALUES {string.Join(", ", rows)}";
            foreach (var text in texts)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = text });
            }

            await command.ExecuteNonQueryAsync();
        }

        await bucket.UnloadAsync("select * from t", "out/", unload);
        await bucket.CopyAsync("back", "out/", copy);

        Assert.Equal(texts, (await (await bucket.OpenAsync()).RowsAsync("SELECT a FROM back ORDER BY id")).Select(r => (string)r[0]!));
        Assert.Equal(0L, await bucket.ScalarAsync("SELECT count(b) FROM back"));
        Assert.Equal(200L, await bucket.ScalarAsync("SELECT count(*) FROM back WHERE c.k[0] = 1"));
    }
}
