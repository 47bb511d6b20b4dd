namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>Where the tests are run from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A folder of data sets beside the repository, which are not part of it.</summary>
    public static string SharedData { get; } = Path.Combine(Path.GetDirectoryName(Root)!, "shared", "data");

    /// <summary>The machine's folder of packages that were restored before.</summary>
    public static string PackagesFolder { get; }
        = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EFCore.Redshift.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from within the repository.");
        }

        return folder.FullName;
    }
}
