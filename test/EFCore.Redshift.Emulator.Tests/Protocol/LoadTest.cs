using System.Globalization;
using EFCore.Redshift.Emulator.TestUtilities;
using Npgsql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>What is large streams through: the emulator's process takes no memory for it.</summary>
[Collection(RunsAlone.Name)]
public sealed class LoadTest
{
    private const int Rows = 1_000_000;

    [Fact]
    public async Task A_million_rows_and_a_load_of_100_megabytes_stream_through()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(temporary.Path, "bucket"));
        await WriteRowsAsync(Path.Combine(temporary.Path, "bucket", "rows.txt"));
        using var program = EmulatorProgram.Start(["--port", "0", "--s3-root", temporary.Path]);
        var ready = await program.StandardOutput.ReadLineAsync();
        try
        {
            await using var source = NpgsqlDataSource.Create(ready!["ready: ".Length..] + ";Command Timeout=300");
            await using var connection = await source.OpenConnectionAsync();
            await connection.ExecuteAsync("CREATE TABLE load_rows (id integer, text varchar(200))");
            await connection.ExecuteAsync("COPY load_rows FROM 's3://bucket/rows.txt' IAM_ROLE 'arn:aws:iam::123456789012:role/load' DELIMITER '|'");

            await using var command = new NpgsqlCommand("SELECT id, text FROM load_rows", connection);
            await using var reader = await command.ExecuteReaderAsync();
            long count = 0, sum = 0;
            while (await reader.ReadAsync())
            {
                count++;
                sum += reader.GetInt32(0);
            }

            Assert.Equal(Rows, count);
            Assert.Equal((long)Rows * (Rows - 1) / 2, sum);
            if (OperatingSystem.IsLinux())
            {
                Assert.InRange(MostMegabytes(program.Id), 1, 300);
            }
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }

    private static async Task WriteRowsAsync(string file)
    {
        var text = new string('x', 95);
        await using var writer = new StreamWriter(file);
        for (var i = 0; i < Rows; i++)
        {
            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{i}|{text}\n"));
        }
    }

    private static long MostMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
