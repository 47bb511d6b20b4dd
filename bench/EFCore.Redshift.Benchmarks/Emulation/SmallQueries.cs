using Npgsql;

namespace EFCore.Redshift.Benchmarks.Emulation;

/// <summary>A thousand queries with a parameter, each for one row, by the driver alone.</summary>
/// <param name="connectionString">Where they are sent.</param>
/// <param name="behind">Where the table is made: the database behind the emulator.</param>
internal sealed class SmallQueries(string connectionString, string behind) : IContender
{
    public const int Count = 1_000;

    public async Task<Func<Task>> PrepareAsync()
    {
        await Databases.ExecuteAsync(
            behind, "CREATE TABLE IF NOT EXISTS public.small AS SELECT 1 AS id, CAST('name' AS varchar(20)) AS name");

        return async () =>
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            for (var i = 0; i < Count; i++)
            {
                await using var command = new NpgsqlCommand("SELECT id, name FROM public.small WHERE id = $1", connection);
                command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = 1 });
                await using var reader = await command.ExecuteReaderAsync();
                await reader.ReadAsync();
            }
        };
    }
}
