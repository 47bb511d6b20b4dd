using EFCore.Redshift.Emulator.TestUtilities;
using Npgsql;

namespace EFCore.Redshift.Emulator.Catalog;

public class CatalogScriptsTest(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task The_listed_functions_are_those_in_the_database()
    {
        await using var connection = new NpgsqlConnection(emulator.Server.ConnectionString);
        await connection.OpenAsync();
        var rows = await connection.RowsAsync(
            """
            SELECT DISTINCT p.proname::varchar
            FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
            WHERE n.nspname = 'pg_redshift' AND LEFT(p.proname, 1) <> '_' AND p.proname NOT IN ('raise', 'identity', 'default_identity')
            """);

        Assert.Equal(CatalogScripts.Functions.Order(StringComparer.Ordinal), rows.Select(row => (string)row[0]!).Order(StringComparer.Ordinal));
    }
}
