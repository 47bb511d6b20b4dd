namespace EFCore.Redshift.Emulator.Objects;

/// <summary>A test on AWS's TICKIT files, which may lie beside the repository but not in it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TickitFactAttribute : FactAttribute
{
    public TickitFactAttribute()
    {
        if (Folder is null)
        {
            Skip = "The TICKIT files that AWS publishes are not in a folder shared/data/tickit beside the repository.";
        }
    }

    public static string? Folder { get; } = FindFolder();

    private static string? FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var tickit = Path.Combine(folder.FullName, "shared", "data", "tickit");
            if (Directory.Exists(tickit))
            {
                return tickit;
            }
        }

        return null;
    }
}
