using System.Globalization;
using FsCheck;

namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>What generated values start from: the same in each run, others with the environment variable REDSHIFT_TEST_SEED.</summary>
internal static class TestSeed
{
    public static ulong Number { get; }
        = ulong.TryParse(Environment.GetEnvironmentVariable("REDSHIFT_TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    public static Rnd Random
        => new(Number, 1);
}
