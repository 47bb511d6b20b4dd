using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace EFCore.Redshift.Emulator.Server;

/// <summary>
///     The temporary folder of one running emulator. Its name is short, because a socket's path may not be longer than 104 bytes on macOS.
/// </summary>
internal sealed class ServerFolder
{
    private const string Prefix = "rse-";
    private const string OwnerFile = "owner";

    // The time that a process was started at is reckoned from the clock, which may have been set since.
    private static readonly TimeSpan SameStart = TimeSpan.FromHours(1);

    private ServerFolder(string path)
        => Path = path;

    public string Path { get; }

    /// <summary>PostgreSQL's data.</summary>
    public string Data
        => System.IO.Path.Combine(Path, "data");

    /// <summary>Where PostgreSQL's socket is.</summary>
    public string Sockets
        => System.IO.Path.Combine(Path, "s");

    /// <summary>What PostgreSQL prints.</summary>
    public string Log
        => System.IO.Path.Combine(Path, "log");

    /// <summary>The buckets, where the user gave no folder for them.</summary>
    public string Buckets
        => System.IO.Path.Combine(Path, "s3");

    public static ServerFolder Create()
    {
        var parent = Parent();
        Sweep(parent);
        var path = System.IO.Path.Combine(parent, Prefix + RandomNumberGenerator.GetHexString(10, lowercase: true));
        Directory.CreateDirectory(path);
        using var self = Process.GetCurrentProcess();
        File.WriteAllText(System.IO.Path.Combine(path, OwnerFile), Identify(self));
        var folder = new ServerFolder(path);
        Directory.CreateDirectory(folder.Data);
        Directory.CreateDirectory(folder.Sockets);
        return folder;
    }

    public void Delete()
        => Delete(Path);

    // PostgreSQL runs under another account where we are root, and has to get there.
    private static string Parent()
    {
        var temporary = System.IO.Path.GetFullPath(System.IO.Path.GetTempPath());
        return OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess || IsOpenToAll(new DirectoryInfo(temporary)) ? temporary : "/tmp";
    }

    [UnsupportedOSPlatform("windows")]
    private static bool IsOpenToAll(DirectoryInfo? folder)
        => folder is null || (folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute) && IsOpenToAll(folder.Parent));

    /// <summary>
    ///     Removes what emulators left behind that were killed together with their watchdog. A folder belongs to a process id and the time
    ///     that process was started, as ids are used again.
    /// </summary>
    private static void Sweep(string parent)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            var owner = System.IO.Path.Combine(folder, OwnerFile);
            if (File.Exists(owner) && !IsRunning(ReadAll(owner)))
            {
                StopServer(folder);
                Delete(folder);
            }
        }
    }

    private static string ReadAll(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's: not ours to judge.
            return "";
        }
    }

    private static bool IsRunning(string owner)
    {
        if (owner.Split(' ') is not [var id, var started])
        {
            // Just being made.
            return true;
        }

        try
        {
            using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            return Math.Abs(StartSecond(process) - long.Parse(started, CultureInfo.InvariantCulture)) < SameStart.TotalSeconds;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It is just ending, or another user's. The next start looks again.
            return true;
        }
    }

    private static string Identify(Process process)
        => string.Create(CultureInfo.InvariantCulture, $"{process.Id} {StartSecond(process)}");

    private static long StartSecond(Process process)
        => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();

    private static void StopServer(string folder)
    {
        try
        {
            // The first line is the process id, the second the folder that it serves.
            var lines = File.ReadAllLines(System.IO.Path.Combine(folder, "data", "postmaster.pid"));
            using var server = Process.GetProcessById(int.Parse(lines[0], CultureInfo.InvariantCulture));
            if (server.ProcessName == "postgres" && lines[1].StartsWith(folder, StringComparison.Ordinal))
            {
                server.Kill();
                server.WaitForExit(TimeSpan.FromSeconds(5));
            }
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException or UnauthorizedAccessException)
        {
            // It does not run.
        }
    }

    private static void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone already, or another's.
        }
    }
}
