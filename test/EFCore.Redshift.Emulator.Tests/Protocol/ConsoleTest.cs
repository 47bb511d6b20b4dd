using System.Diagnostics;
using System.Globalization;
using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>The console program, and a client that is no .NET driver.</summary>
public sealed class ConsoleTest(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("KILL")]
    public async Task The_program_says_when_it_is_ready_and_leaves_nothing_behind(string signal)
    {
        using var temporary = new TemporaryFolder();
        using var program = StartProgram(temporary.Path);
        var ready = await program.StandardOutput.ReadLineAsync();

        Assert.StartsWith("ready: Host=127.0.0.1;Port=", ready, StringComparison.Ordinal);
        var folder = Assert.Single(Directory.GetDirectories(temporary.Path, "rse-*"));
        var server = int.Parse((await File.ReadAllLinesAsync(Path.Combine(folder, "data", "postmaster.pid")))[0], CultureInfo.InvariantCulture);

        using (var kill = Process.Start("kill", ["-" + signal, program.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await program.WaitForExitAsync();
        Assert.Equal(signal == "KILL" ? 128 + 9 : 0, program.ExitCode);
        await WaitUntilAsync(() => !Directory.Exists(folder) && !IsRunning(server));
        Assert.Empty(Directory.GetDirectories(temporary.Path, "rse-*"));
    }

    [Fact]
    public async Task What_a_killed_emulator_and_its_watchdog_have_left_is_removed_by_the_next_start()
    {
        using var temporary = new TemporaryFolder();
        var left = Directory.CreateDirectory(Path.Combine(temporary.Path, "rse-left"));
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "owner"), "999999999 1");

        using var program = StartProgram(temporary.Path);
        await program.StandardOutput.ReadLineAsync();

        Assert.False(left.Exists && Directory.Exists(left.FullName));
        program.Kill();
        await program.WaitForExitAsync();
        await WaitUntilAsync(() => Directory.GetDirectories(temporary.Path, "rse-*").Length == 0);
    }

    [Fact]
    public async Task Wrong_arguments_are_answered_with_the_right_ones()
    {
        using var program = EmulatorProgram.Start(["--prot", "1"]);

        await program.WaitForExitAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.StartsWith("usage:", await program.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Psql_is_served_too()
    {
        using var psql = Process.Start(new ProcessStartInfo(
            "psql",
            [
                "--no-psqlrc", "--host", "127.0.0.1", "--port", fixture.Server.Port.ToString(CultureInfo.InvariantCulture), "--username", "awsuser", "--dbname", "dev", "--quiet",
                "--no-align", "--tuples-only",
                "--command", "CREATE TEMP TABLE psql_numbers (a integer, b varchar(10)); INSERT INTO psql_numbers VALUES (1, 'x'), (2, NULL)",
                "--command", "SELECT a, b FROM psql_numbers ORDER BY a",
                "--command", "SELECT 1/0",
                "--command", "SELECT a FROM psql_numbers FOR UPDATE",
                "--command", "SELECT NVL(b, 'none') FROM psql_numbers WHERE a = 2",
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await psql.StandardOutput.ReadToEndAsync();
        var errors = await psql.StandardError.ReadToEndAsync();

        Assert.Equal("1|x\n2|\nnone\n", output);
        Assert.StartsWith("ERROR:  division by zero\nERROR:", errors, StringComparison.Ordinal);
    }

    private static Process StartProgram(string temporaryFolder)
        => EmulatorProgram.Start(["--port", "0"], temporaryFolder);

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task WaitUntilAsync(Func<bool> isReached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isReached())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }
}
