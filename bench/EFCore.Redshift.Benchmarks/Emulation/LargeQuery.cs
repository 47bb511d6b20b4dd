using Npgsql;

namespace EFCore.Redshift.Benchmarks.Emulation;

/// <summary>One query for a hundred thousand rows, by the driver alone.</summary>
/// <param name="connectionString">Where it is sent.</param>
/// <param name="behind">Where the table is made: the database behind the emulator, since Redshift cannot fill one from generate_series.</param>
internal sealed class LargeQuery(string connectionString, string behind) : IContender
{
    public const int Count = 100_000;

    public async Task<Func<Task>> PrepareAsync()
    {
        await Databases.ExecuteAsync(
            behind,
            """
            CREATE TABLE IF NOT EXISTS public.large AS
            SELECT i AS id, 'the name of ' || i AS name, i / 7.0 AS amount FROM generate_series(1, 100000) AS n (i)
            """);

        return async () =>
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("SELECT id, name, amount FROM public.large", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                reader.GetInt32(0);
                reader.GetString(1);
                reader.GetDecimal(2);
            }
        };
    }
}
