using System.Diagnostics;
using System.Globalization;

namespace EFCore.Redshift.Emulator.Server;

/// <summary>The operating system's account that PostgreSQL runs under: PostgreSQL refuses to run as root.</summary>
internal sealed class ServerAccount
{
    private readonly string[] _prefix;
    private readonly string? _owner;

    private ServerAccount(string[] prefix, string? owner)
    {
        _prefix = prefix;
        _owner = owner;
    }

    /// <summary>The account itself where the process is not root's, else <c>postgres</c> or <c>nobody</c>.</summary>
    public static async Task<ServerAccount> ChooseAsync(CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new ServerAccount([], null);
        }

        foreach (var name in (string[])["postgres", "nobody"])
        {
            if (await IdAsync("-u", name, cancellationToken).ConfigureAwait(false) is { } user
                && await IdAsync("-g", name, cancellationToken).ConfigureAwait(false) is { } group)
            {
                return new ServerAccount(PrefixFor(name, user, group), $"{user}:{group}");
            }
        }

        throw new InvalidOperationException(
            "PostgreSQL does not run as root, and neither an account 'postgres' nor 'nobody' exists. Start the emulator as another user.");
    }

    /// <summary>A command line that runs the given one under the account.</summary>
    public IEnumerable<string> CommandLine(string program, params IEnumerable<string> arguments)
        => [.. _prefix, program, .. arguments];

    /// <summary>Gives a folder to the account.</summary>
    public Task TakeOverAsync(string folder, CancellationToken cancellationToken)
        => _owner is null ? Task.CompletedTask : ShellCommand.RunAsync(["chown", "-R", _owner, folder], cancellationToken);

    private static string[] PrefixFor(string name, int user, int group)
        => Exists("setpriv")
            ? ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups"]
            : Exists("runuser")
                ? ["runuser", "-u", name, "--"]
                : ["sudo", "-n", "-u", name, "--"];

    private static bool Exists(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<int?> IdAsync(string option, string name, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("id", [option, name]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return int.TryParse(output, NumberStyles.Integer | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
