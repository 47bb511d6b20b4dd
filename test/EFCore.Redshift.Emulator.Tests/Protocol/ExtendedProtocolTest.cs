using EFCore.Redshift.Emulator.TestUtilities;
using Npgsql;

namespace EFCore.Redshift.Emulator.Protocol;

public sealed class ExtendedProtocolTest(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Parameters_of_the_common_types_come_back_as_they_were_sent()
    {
        await using var connection = await fixture.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT CAST($1 AS integer), CAST($2 AS varchar(100)), CAST($3 AS timestamp), CAST($4 AS decimal(10,2)), CAST($5 AS boolean)", connection);
        command.Parameters.Add(new() { Value = 42 });
        command.Parameters.Add(new() { Value = @"a\b'c ü" });
        command.Parameters.Add(new() { Value = new DateTime(2024, 2, 29, 23, 59, 59) });
        command.Parameters.Add(new() { Value = -12.34m });
        command.Parameters.Add(new() { Value = true });

        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();

        Assert.Equal(42, reader.GetInt32(0));
        Assert.Equal(@"a\b'c ü", reader.GetString(1));
        Assert.Equal(new DateTime(2024, 2, 29, 23, 59, 59), reader.GetDateTime(2));
        Assert.Equal(-12.34m, reader.GetDecimal(3));
        Assert.True(reader.GetBoolean(4));
    }

    [Fact]
    public async Task A_prepared_statement_can_be_executed_again_and_again()
    {
        await using var connection = await fixture.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT CAST($1 AS integer) + 1", connection);
        var parameter = command.Parameters.Add("1", NpgsqlTypes.NpgsqlDbType.Integer);
        parameter.ParameterName = null;
        await command.PrepareAsync();

        foreach (var number in Enumerable.Range(0, 5))
        {
            parameter.Value = number;
            Assert.Equal(number + 1, await command.ExecuteScalarAsync());
        }
    }

    [Fact]
    public void A_portal_gives_its_rows_in_portions()
    {
        using var client = RawClient.Connect(fixture.Server);

        var messages = client
            .Parse("s", "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3").Bind("p", "s")
            .Execute("p", rows: 2).Execute("p", rows: 2)
            .Sync().ReadUntilReady();

        Assert.Equal(["1", "2", "D 1", "D 2", "s", "D 3", "C SELECT 1", "Z I"], messages);
    }

    [Fact]
    public void A_flush_brings_the_answers_before_a_sync_is_sent()
    {
        using var client = RawClient.Connect(fixture.Server);

        Assert.Equal(
            ["1", "2", "T", "D 1", "C SELECT 1"],
            client.Parse("", "SELECT 1").Bind("", "").DescribePortal("").Execute("").Flush().ReadUntil(MessageType.CommandComplete));
        Assert.Equal(["Z I"], client.Sync().ReadUntilReady());
    }

    [Fact]
    public void The_empty_statement_is_answered_as_such()
    {
        using var client = RawClient.Connect(fixture.Server);

        Assert.Equal(["1", "2", "n", "I", "Z I"], client.Parse("", "").Bind("", "").DescribePortal("").Execute("").Sync().ReadUntilReady());
    }

    [Fact]
    public void After_an_error_everything_up_to_the_sync_is_skipped()
    {
        using var client = RawClient.Connect(fixture.Server);

        var messages = client
            .Parse("", "SELECT 1/0").Bind("", "").Execute("")
            .Parse("", "SELECT 2").Bind("", "").Execute("")
            .Sync()
            .Parse("", "SELECT 3").Bind("", "").Execute("")
            .Sync()
            .ReadUntilReady();

        Assert.Equal(["1", "E 22012 division by zero", "Z I"], messages);
        Assert.Equal(["1", "2", "D 3", "C SELECT 1", "Z I"], client.ReadUntilReady());
    }

    [Fact]
    public async Task A_batch_is_one_transaction()
    {
        await fixture.ExecuteAsync("CREATE TABLE protocol_batch (a integer)");
        await using var connection = await fixture.OpenAsync();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("INSERT INTO protocol_batch VALUES (1)"));
        batch.BatchCommands.Add(new("INSERT INTO protocol_batch VALUES (2), (3)"));
        batch.BatchCommands.Add(new("INSERT INTO protocol_batch VALUES (1/0)"));

        var failure = await Assert.ThrowsAsync<PostgresException>(() => batch.ExecuteNonQueryAsync());

        Assert.Equal("22012", failure.SqlState);
        Assert.Equal(0L, await connection.ScalarAsync("SELECT COUNT(*) FROM protocol_batch"));

        batch.BatchCommands.RemoveAt(2);
        Assert.Equal(3, await batch.ExecuteNonQueryAsync());
        Assert.Equal(3L, await connection.ScalarAsync("SELECT COUNT(*) FROM protocol_batch"));
    }

    [Fact]
    public async Task An_error_fails_the_transaction_until_it_is_rolled_back()
    {
        await using var connection = await fixture.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        await Assert.ThrowsAsync<PostgresException>(() => connection.ScalarAsync("SELECT 1/0"));
        var failure = await Assert.ThrowsAsync<PostgresException>(() => connection.ScalarAsync("SELECT 1"));
        await transaction.RollbackAsync();

        Assert.Equal("25P02", failure.SqlState);
        Assert.Equal(1, await connection.ScalarAsync("SELECT 1"));
    }

    [Fact]
    public async Task More_parameters_than_a_number_of_16_bits_counts_are_refused()
    {
        await using var connection = await fixture.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT 1 WHERE 1 IN (" + string.Join(", ", Enumerable.Range(1, 32_768).Select(i => $"${i}")) + ")", connection);
        for (var i = 0; i < 32_768; i++)
        {
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = i });
        }

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync());

        Assert.Contains("32767", refusal.MessageText, StringComparison.Ordinal);
        Assert.Equal(1, await connection.ScalarAsync("SELECT 1"));
    }

    [Fact]
    public async Task A_statement_over_16_megabytes_is_refused()
    {
        await using var connection = await fixture.OpenAsync();

        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => connection.ScalarAsync($"SELECT '{new string('x', 16 * 1024 * 1024)}'"));

        Assert.StartsWith("Statement is too large. Statement Size: 16777", refusal.MessageText, StringComparison.Ordinal);
        Assert.Equal(1, await connection.ScalarAsync("SELECT 1"));
    }
}
