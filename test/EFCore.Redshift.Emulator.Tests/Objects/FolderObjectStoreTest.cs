using System.Text;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects;

public sealed class FolderObjectStoreTest : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("object-store-");
    private readonly FolderObjectStore _store;

    public FolderObjectStoreTest()
    {
        _root.CreateSubdirectory("bucket");
        _store = new FolderObjectStore(_root.FullName);
    }

    public void Dispose()
        => _root.Delete(recursive: true);

    [Fact]
    public async Task What_was_written_is_read()
    {
        await WriteAsync("folder/a.txt", "text");

        Assert.Equal("text", await ReadAsync("folder/a.txt"));
        Assert.Equal("text", await File.ReadAllTextAsync(Path.Combine(_root.FullName, "bucket", "folder", "a.txt")));
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-source-s3.html
    [Fact]
    public async Task A_prefix_finds_all_keys_that_begin_with_it_in_order()
    {
        foreach (var key in new[] { "data/b", "data/a/2", "data/a-1", "database", "dat", "data/𝄞", "data/\uffff" })
        {
            await WriteAsync(key, key);
        }

        Assert.Equal(["data/a-1", "data/a/2", "data/b", "data/\uffff", "data/𝄞", "database"], await ListAsync("data"));
        Assert.Equal(["data/a-1", "data/a/2"], await ListAsync("data/a"));
        Assert.Equal(["data/a/2"], await ListAsync("data/a/"));
        Assert.Equal(7, (await ListAsync("")).Count);
        Assert.Empty(await ListAsync("nothing/here"));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("a//b/")]
    [InlineData("a\\..\\b")]
    [InlineData("%2E%2E/x")]
    [InlineData(".uploads/x")]
    public async Task Odd_keys_are_kept_inside_the_bucket(string key)
    {
        await WriteAsync(key, "text");

        Assert.Equal([key], await ListAsync(""));
        Assert.Equal("text", await ReadAsync(key));
        Assert.Empty(_root.GetFiles());
        Assert.All(
            Directory.EnumerateFiles(_root.FullName, "*", SearchOption.AllDirectories),
            f => Assert.StartsWith(Path.Combine(_root.FullName, "bucket"), f, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_object_appears_when_it_is_complete()
    {
        var upload = await _store.CreateAsync(At("a"), None);
        await upload.Content.WriteAsync("half"u8.ToArray());

        Assert.Empty(await ListAsync(""));
        await upload.CompleteAsync(None);
        await upload.DisposeAsync();
        Assert.Equal(["a"], await ListAsync(""));
    }

    [Fact]
    public async Task An_upload_that_is_given_up_leaves_the_earlier_object()
    {
        await WriteAsync("a", "old");
        await using (var upload = await _store.CreateAsync(At("a"), None))
        {
            await upload.Content.WriteAsync("new"u8.ToArray());
        }

        Assert.Equal("old", await ReadAsync("a"));
        Assert.Single(Directory.EnumerateFiles(_root.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_missing_key_is_an_error_of_S3()
    {
        var error = await Assert.ThrowsAsync<RedshiftErrorException>(() => _store.OpenReadAsync(At("missing"), None));
        Assert.Equal("S3ServiceException:The specified key does not exist.,Status 404,Error NoSuchKey", error.Message);
        Assert.Contains("s3://bucket/missing", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_bucket_is_an_error_of_S3()
    {
        var error = await Assert.ThrowsAsync<RedshiftErrorException>(() => _store.ListAsync(new ObjectLocation("other", ""), None));
        Assert.Equal("S3ServiceException:The specified bucket does not exist,Status 404,Error NoSuchBucket", error.Message);
    }

    [Fact]
    public async Task What_a_folder_cannot_hold_is_said()
    {
        await WriteAsync("a", "text");

        var error = await Assert.ThrowsAsync<RedshiftErrorException>(() => WriteAsync("a/b", "text"));
        Assert.Contains("s3://bucket/a/b", error.Message, StringComparison.Ordinal);
        await WriteAsync("c/d", "text");
        error = await Assert.ThrowsAsync<RedshiftErrorException>(() => WriteAsync("c", "text"));
        Assert.Contains("there is a folder of that name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_twice_is_no_error()
    {
        await WriteAsync("a", "text");
        await _store.DeleteAsync(At("a"), None);
        await _store.DeleteAsync(At("a"), None);

        Assert.False(await _store.ExistsAsync(At("a"), None));
    }

    private static ObjectLocation At(string key)
        => new("bucket", key);

    private async Task WriteAsync(string key, string text)
    {
        await using var upload = await _store.CreateAsync(At(key), None);
        await upload.Content.WriteAsync(Encoding.UTF8.GetBytes(text));
        await upload.CompleteAsync(None);
    }

    private async Task<string> ReadAsync(string key)
    {
        using var reader = new StreamReader(await _store.OpenReadAsync(At(key), None));
        return await reader.ReadToEndAsync();
    }

    private async Task<List<string>> ListAsync(string prefix)
        => [.. (await _store.ListAsync(At(prefix), None)).Select(o => o.Location.Key)];
}
