using System.Diagnostics;

namespace EFCore.Redshift.Emulator.TestUtilities;

/// <summary>The emulator as a process of its own.</summary>
internal static class EmulatorProgram
{
    public static Process Start(IEnumerable<string> arguments, string? temporaryFolder = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RedshiftEmulator).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (temporaryFolder is not null)
        {
            start.Environment["TMPDIR"] = temporaryFolder;
        }

        return Process.Start(start)!;
    }
}
