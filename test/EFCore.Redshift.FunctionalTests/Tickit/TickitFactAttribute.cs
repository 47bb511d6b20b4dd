using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Tickit;

/// <summary>A test on AWS's TICKIT files, which may lie beside the repository but not in it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TickitFactAttribute : FactAttribute
{
    public TickitFactAttribute()
    {
        if (!CanRun)
        {
            Skip = TestServer.IsCluster
                ? "On a real cluster the TICKIT files would have to be in S3."
                : $"The TICKIT files that AWS publishes are not at '{TickitFixture.Folder}'.";
        }
    }

    public static bool CanRun { get; } = !TestServer.IsCluster && Directory.Exists(TickitFixture.Folder);
}
