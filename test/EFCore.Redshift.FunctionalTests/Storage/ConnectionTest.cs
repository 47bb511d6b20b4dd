using EFCore.Redshift.FunctionalTests.TestUtilities;
using EFCore.Redshift.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.Storage;

public sealed class ConnectionTest
{
    [Fact]
    public async Task A_query_on_a_warm_pool_is_one_statement_on_the_wire()
    {
        var emulator = await TestServer.EmulatorAsync();
        var options = Options(emulator.ConnectionString, b => b
            .ApplicationName(nameof(A_query_on_a_warm_pool_is_one_statement_on_the_wire))
            .TimeZone("Europe/Berlin")
            .SearchPath("public"));

        await using (var context = new DbContext(options))
        {
            await context.Database.ExecuteSqlRawAsync("SELECT 1");
        }

        int processId;
        await using (var context = new DbContext(options))
        {
            // A list, since Single would wrap the statement.
            processId = (await context.Database.SqlQueryRaw<int>("SELECT pg_backend_pid() AS \"value\"").ToListAsync())[0];
        }

        var statements = emulator.Statements.ToList().Where(s => s.ProcessId == processId).Select(s => s.Text.TrimEnd()).ToArray();

        Assert.Equal(
            [
                "SET search_path TO \"public\"",
                "SET timezone TO 'Europe/Berlin'",
                "SELECT 1",
                "SELECT pg_backend_pid() AS \"value\""
            ],
            statements);
    }

    private static DbContextOptions Options(string connectionString, Action<RedshiftDbContextOptionsBuilder>? configure = null)
        => new DbContextOptionsBuilder().UseRedshift(connectionString, configure).Options;
}
