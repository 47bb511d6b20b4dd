using EFCore.Redshift.Emulator.TestUtilities;
using FsCheck;
using FsCheck.Fluent;

namespace EFCore.Redshift.Emulator.Objects;

public class ObjectKeyPathTest
{
    // Short enough that each part is a file's name, however much of it is encoded.
    private static readonly Gen<string> Keys =
        Gen.Elements("a", "b.txt", "/", "//", "..", ".", "%", "%2E", "%25", "\\", ":", "*", "?", " ", "é", "𝄞", "\0", "\n", "year=2024", "C:")
            .ArrayOf()
            .Resize(25)
            .Select(string.Concat);

    [Theory]
    [InlineData("data/customer.txt")]
    [InlineData("data/100%.csv")]
    [InlineData("a b/Straße.txt")]
    public void An_ordinary_key_is_its_own_path(string key)
    {
        Assert.True(ObjectKeyPath.TryGetPath(key, out var path));
        Assert.Equal(key.Replace('/', Path.DirectorySeparatorChar), path);
    }

    [Fact]
    public void Every_key_comes_back_from_its_path()
        => PropertyCheck.Holds(
            Keys,
            key =>
            {
                Assert.True(ObjectKeyPath.TryGetPath(key, out var path));
                Assert.True(ObjectKeyPath.TryGetKey(path, out var back));
                Assert.Equal(key, back);
            });

    [Fact]
    public void No_key_leads_out_of_its_bucket()
        => PropertyCheck.Holds(
            Keys,
            key =>
            {
                Assert.True(ObjectKeyPath.TryGetPath(key, out var path));
                var bucket = Path.Combine(Path.GetTempPath(), "bucket");
                Assert.StartsWith(bucket + Path.DirectorySeparatorChar, Path.GetFullPath(Path.Combine(bucket, path)), StringComparison.Ordinal);
            });

    [Fact]
    public void A_key_with_a_part_longer_than_a_file_name_has_no_path()
        => Assert.False(ObjectKeyPath.TryGetPath("folder/" + new string('é', 128), out _));
}
