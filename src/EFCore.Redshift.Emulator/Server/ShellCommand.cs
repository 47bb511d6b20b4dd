using System.Diagnostics;

namespace EFCore.Redshift.Emulator.Server;

/// <summary>Runs a program to its end.</summary>
internal static class ShellCommand
{
    /// <summary>Runs the command line; a failure is an exception with what the program said.</summary>
    public static async Task RunAsync(IEnumerable<string> commandLine, CancellationToken cancellationToken)
    {
        var words = commandLine.ToList();
        using var process = Process.Start(StartInfo(words))!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
        {
            var said = $"{await error.ConfigureAwait(false)} {await output.ConfigureAwait(false)}".Trim();
            throw new InvalidOperationException($"'{string.Join(' ', words)}' failed: {said}");
        }
    }

    private static ProcessStartInfo StartInfo(List<string> words)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        ForgetPostgresVariables(start);
        return start;
    }

    /// <summary>Takes out what would lead PostgreSQL's programs elsewhere (PGDATA, PGPORT …) and makes them speak English.</summary>
    public static void ForgetPostgresVariables(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
    }
}
