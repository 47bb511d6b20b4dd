using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace EFCore.Redshift.Emulator.TestUtilities;

/// <summary>Checks a property of many generated values: the same in each run, others with the environment variable REDSHIFT_TEST_SEED.</summary>
internal static class PropertyCheck
{
    private static readonly ulong Seed
        = ulong.TryParse(Environment.GetEnvironmentVariable("REDSHIFT_TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    /// <summary>Texts of the kind that breaks formats: delimiters, quotation marks, backslashes, line ends, blanks, characters of one to four bytes.</summary>
    public static Gen<string> HostileText { get; } =
        Gen.Elements("a", "Z", "0", "|", ",", "\"", "'", "\\", "\n", "\r", "\r\n", "\t", " ", "N", "\\N", "é", "€", "𝄞", "\u00a0", ".", "{", "}", "%")
            .ArrayOf()
            .Select(string.Concat);

    public static void Holds<T>(Gen<T> values, Action<T> check, int count = 2000)
        => Prop.ForAll(values.ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, gamma: 1));
}
