namespace EFCore.Redshift.FunctionalTests.Tickit;

/// <summary>A test on AWS's TICKIT files, which may lie beside the repository but not in it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TickitFactAttribute : FactAttribute
{
    public TickitFactAttribute()
    {
        if (!Directory.Exists(TickitFixture.Folder))
        {
            Skip = $"The TICKIT files that AWS publishes are not at '{TickitFixture.Folder}'.";
        }
        else if (TestServer.S3Root is null)
        {
            Skip = "On a real cluster the TICKIT files would have to be in S3.";
        }
    }
}
