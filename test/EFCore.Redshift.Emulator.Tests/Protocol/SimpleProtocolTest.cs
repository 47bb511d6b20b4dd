using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Protocol;

public sealed class SimpleProtocolTest(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public void A_query_is_answered_with_columns_rows_and_tag()
    {
        using var client = RawClient.Connect(fixture.Server);

        Assert.Equal(["T", "D 1|x", "C SELECT 1", "Z I"], client.Query("SELECT 1, 'x'").ReadUntilReady());
    }

    [Fact]
    public void A_statement_without_rows_is_answered_with_its_tag_only()
    {
        using var client = RawClient.Connect(fixture.Server);

        Assert.Equal(["C CREATE TABLE", "Z I"], client.Query("CREATE TEMP TABLE t (a integer)").ReadUntilReady());
        Assert.Equal(["C INSERT 0 2", "Z I"], client.Query("INSERT INTO t VALUES (1), (2)").ReadUntilReady());
    }

    [Fact]
    public void An_empty_text_is_answered_as_such()
    {
        using var client = RawClient.Connect(fixture.Server);

        Assert.Equal(["I", "Z I"], client.Query("").ReadUntilReady());
    }

    [Fact]
    public void Several_statements_in_a_text_are_each_answered()
    {
        using var client = RawClient.Connect(fixture.Server);

        Assert.Equal(
            ["T", "D 1", "C SELECT 1", "T", "D 2", "C SELECT 1", "Z I"],
            client.Query("SELECT 1; SELECT 2;").ReadUntilReady());
    }

    [Fact]
    public void Several_statements_in_a_text_are_one_transaction()
    {
        using var client = RawClient.Connect(fixture.Server);
        client.Query("CREATE TABLE protocol_several (a integer)").ReadUntilReady();

        var messages = client.Query("INSERT INTO protocol_several VALUES (1); SELECT 1/0; SELECT 2").ReadUntilReady();

        Assert.Equal(["C INSERT 0 1", "E 22012 division by zero", "Z I"], messages);
        Assert.Equal(["T", "D 0", "C SELECT 1", "Z I"], client.Query("SELECT COUNT(*) FROM protocol_several").ReadUntilReady());
    }

    [Fact]
    public void A_later_statement_of_a_text_sees_the_table_that_an_earlier_one_makes()
    {
        using var client = RawClient.Connect(fixture.Server);

        var messages = client
            .Query("CREATE TEMP TABLE made (a integer); INSERT INTO made VALUES (7); SELECT a FROM made")
            .ReadUntilReady();

        Assert.Equal(["C CREATE TABLE", "C INSERT 0 1", "T", "D 7", "C SELECT 1", "Z I"], messages);
    }

    [Fact]
    public void The_state_of_the_transaction_is_told_after_each_text()
    {
        using var client = RawClient.Connect(fixture.Server);

        Assert.Equal(["C BEGIN", "Z T"], client.Query("BEGIN").ReadUntilReady());
        Assert.Equal("Z E", (client.Query("SELECT 1/0").ReadUntilReady())[^1]);
        Assert.Equal("E 25P02 current transaction is aborted, commands ignored until end of transaction block",
            (client.Query("SELECT 1").ReadUntilReady())[0]);
        Assert.Equal(["C ROLLBACK", "Z I"], client.Query("ROLLBACK").ReadUntilReady());
    }

    [Fact]
    public void Messages_that_are_sent_without_waiting_are_answered_in_their_order()
    {
        using var client = RawClient.Connect(fixture.Server);

        client.Query("BEGIN").Parse("", "SELECT 1").Bind("", "").Execute("").Sync().Query("COMMIT");

        Assert.Equal(["C BEGIN", "Z T"], client.ReadUntilReady());
        Assert.Equal(["1", "2", "D 1", "C SELECT 1", "Z T"], client.ReadUntilReady());
        Assert.Equal(["C COMMIT", "Z I"], client.ReadUntilReady());
    }
}
