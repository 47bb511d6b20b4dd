using EFCore.Redshift.Emulator.TestUtilities;
using Npgsql;

namespace EFCore.Redshift.Emulator.Behaviours;

/// <summary>
///     What Redshift answers, by a page of its guide. A probe is the page, the expected rows and the statements, the last of which gives the rows.
///     Rows are in the text form of the server: columns are separated by <c>|</c>, rows by a line break, and NULL is <c>null</c>.
/// </summary>
public abstract class BehaviourTest(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    protected EmulatorFixture Emulator { get; } = emulator;

    protected async Task AssertAnswerAsync(string page, string expected, params string[] statements)
        => Assert.Equal($"{Link(page)}\n{expected}", $"{Link(page)}\n{await AnswerAsync(statements)}");

    protected async Task AssertRefusedAsync(string page, string sqlState, string message, params string[] statements)
    {
        var exception = await Assert.ThrowsAsync<PostgresException>(() => AnswerAsync(statements));
        Assert.Equal($"{Link(page)} {sqlState}: {message}", $"{Link(page)} {exception.SqlState}: {exception.MessageText}");
    }

    // Each probe has a session of its own, since temporary tables and settings last as long as one.
    private async Task<string> AnswerAsync(string[] statements)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Emulator.Server.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        foreach (var statement in statements[..^1])
        {
            await connection.ExecuteAsync(statement);
        }

        await using var command = new NpgsqlCommand(statements[^1], connection) { AllResultTypesAreUnknown = true };
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : reader.GetString(i))));
        }

        return string.Join('\n', rows);
    }

    private static string Link(string page) => $"https://docs.aws.amazon.com/redshift/latest/dg/{page}.html";
}
