using System.Diagnostics;
using EFCore.Redshift.Emulator.TestUtilities;
using Npgsql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>What the emulator costs beside a direct connection to the same PostgreSQL, the two taking turns.</summary>
[Collection(RunsAlone.Name)]
public sealed class PerformanceTest(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    // A busy machine makes a round worse, never better.
    private const int MostRounds = 10;

    [Fact]
    public async Task A_thousand_small_queries_take_at_most_twice_as_long()
    {
        await fixture.ExecuteAsync("CREATE TABLE performance_small AS SELECT 1 AS id, CAST('name' AS varchar(20)) AS name");

        await AssertRatioAsync(
            2.0,
            async connection =>
            {
                for (var i = 0; i < 1_000; i++)
                {
                    await using var command = new NpgsqlCommand("SELECT id, name FROM public.performance_small WHERE id = $1", connection);
                    command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = i });
                    await using var reader = await command.ExecuteReaderAsync();
                    await reader.ReadAsync();
                }
            });
    }

    [Fact]
    public async Task Reading_a_hundred_thousand_rows_takes_at_most_1_3_times_as_long()
    {
        await using (var admin = new NpgsqlConnection(fixture.Server.ServerConnectionString))
        {
            await admin.OpenAsync();
            await admin.ExecuteAsync(
                "CREATE TABLE public.performance_large AS SELECT i AS id, 'the name of ' || i AS name, i / 7.0 AS amount FROM generate_series(1, 100000) AS n (i)");
        }

        await AssertRatioAsync(
            1.3,
            async connection =>
            {
                await using var command = new NpgsqlCommand("SELECT id, name, amount FROM public.performance_large", connection);
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    reader.GetInt32(0);
                    reader.GetString(1);
                    reader.GetDecimal(2);
                }
            });
    }

    private async Task AssertRatioAsync(double limit, Func<NpgsqlConnection, Task> work)
    {
        await using var direct = new NpgsqlConnection(fixture.Server.ServerConnectionString);
        await direct.OpenAsync();
        await using var emulated = await fixture.OpenAsync();
        await work(direct);
        await work(emulated);

        double fastestDirect = double.MaxValue, fastestEmulated = double.MaxValue;
        for (var round = 0; round < MostRounds; round++)
        {
            fastestDirect = Math.Min(fastestDirect, await TimeAsync(direct));
            fastestEmulated = Math.Min(fastestEmulated, await TimeAsync(emulated));
            if (round > 1 && fastestEmulated <= limit * fastestDirect)
            {
                return;
            }
        }

        Assert.Fail($"{fastestEmulated:F1} ms beside {fastestDirect:F1} ms");

        async Task<double> TimeAsync(NpgsqlConnection connection)
        {
            var watch = Stopwatch.StartNew();
            await work(connection);
            return watch.Elapsed.TotalMilliseconds;
        }
    }
}
