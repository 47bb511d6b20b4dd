namespace EFCore.Redshift.Emulator.TestUtilities;

/// <summary>A folder for one test, which all users may enter: PostgreSQL runs under another one where the test runs as root.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Path = Directory.CreateTempSubdirectory().FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, (UnixFileMode)0b111_101_101);
        }
    }

    public string Path { get; }

    public void Dispose()
        => Directory.Delete(Path, recursive: true);
}
