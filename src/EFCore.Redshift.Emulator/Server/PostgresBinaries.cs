namespace EFCore.Redshift.Emulator.Server;

/// <summary>The folder with PostgreSQL's server programs.</summary>
internal sealed class PostgresBinaries
{
    private const int OldestMajorVersion = 15;

    private PostgresBinaries(string folder)
    {
        Initdb = Path.Combine(folder, "initdb");
        Postgres = Path.Combine(folder, "postgres");
    }

    /// <summary>The program that makes a cluster.</summary>
    public string Initdb { get; }

    /// <summary>The server.</summary>
    public string Postgres { get; }

    /// <summary>Takes the folder given, or else the newest of those where packages and installers put PostgreSQL.</summary>
    public static PostgresBinaries Find(string? folder)
    {
        if (folder is not null)
        {
            return IsComplete(folder)
                ? new PostgresBinaries(folder)
                : throw new InvalidOperationException($"There are no PostgreSQL server programs (initdb, postgres) in '{folder}'.");
        }

        var found = VersionedFolders()
            .Where(candidate => candidate.Version >= OldestMajorVersion && IsComplete(candidate.Folder))
            .OrderByDescending(candidate => candidate.Version)
            .Select(candidate => candidate.Folder)
            .Concat(SearchPath().Where(IsComplete))
            .FirstOrDefault();

        return found is not null
            ? new PostgresBinaries(found)
            : throw new InvalidOperationException(
                $"No PostgreSQL {OldestMajorVersion} or newer was found. Install its server programs (Debian and Ubuntu: apt-get install postgresql; "
                + "macOS: brew install postgresql@17), or set RedshiftEmulatorOptions.PostgresBinaryFolder.");
    }

    private static IEnumerable<(int Version, string Folder)> VersionedFolders()
        => Children("/usr/lib/postgresql", "", "bin") // Debian, Ubuntu
            .Concat(Children("/usr", "pgsql-", "bin")) // Red Hat and its kin
            .Concat(Children("/opt/homebrew/opt", "postgresql@", "bin"))
            .Concat(Children("/usr/local/opt", "postgresql@", "bin"))
            .Concat(Children("/Library/PostgreSQL", "", "bin"))
            .Concat(Children("/Applications/Postgres.app/Contents/Versions", "", "bin"));

    private static IEnumerable<(int Version, string Folder)> Children(string parent, string prefix, string bin)
        => Directory.Exists(parent)
            ? from child in Directory.EnumerateDirectories(parent, prefix + "*")
              let version = int.TryParse(Path.GetFileName(child).AsSpan(prefix.Length), out var number) ? number : 0
              select (version, Path.Combine(child, bin))
            : [];

    private static string[] SearchPath()
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsComplete(string folder)
        => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));
}
