namespace EFCore.Redshift.Emulator.Objects;

/// <summary>A folder that stands in for Amazon S3: <c>s3://bucket/key</c> is the file <c>root/bucket/key</c>.</summary>
internal sealed class FolderObjectStore(string root) : IObjectStore
{
    private const int BufferSize = 64 * 1024;

    // No key's file ends in a dot, so what is being written is in no listing.
    private const string UploadEnding = ".";

    private readonly string _root = Path.GetFullPath(root);

    public Task<IReadOnlyList<StoredObject>> ListAsync(ObjectLocation prefix, CancellationToken cancellationToken)
    {
        var bucket = new DirectoryInfo(Path.Combine(_root, prefix.Bucket));
        if (!bucket.Exists)
        {
            throw S3Error.NoSuchBucket(prefix);
        }

        // Only the folder that the prefix names is walked, not the whole bucket.
        var slash = prefix.Key.LastIndexOf('/');
        var start = bucket;
        if (slash > 0)
        {
            if (!ObjectKeyPath.TryGetPath(prefix.Key[..slash], out var path))
            {
                return Task.FromResult<IReadOnlyList<StoredObject>>([]);
            }

            start = new DirectoryInfo(Path.Combine(bucket.FullName, path));
        }

        var found = new List<StoredObject>();
        if (start.Exists)
        {
            foreach (var file in start.EnumerateFiles("*", SearchOption.AllDirectories))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (ObjectKeyPath.TryGetKey(Path.GetRelativePath(bucket.FullName, file.FullName), out var key)
                    && key.StartsWith(prefix.Key, StringComparison.Ordinal))
                {
                    found.Add(new StoredObject(prefix with { Key = key }, file.Length));
                }
            }
        }

        found.Sort((left, right) => CompareUtf8(left.Location.Key, right.Location.Key));
        return Task.FromResult<IReadOnlyList<StoredObject>>(found);
    }

    public Task<Stream> OpenReadAsync(ObjectLocation location, CancellationToken cancellationToken)
    {
        if (FindPath(location) is not { } path || !File.Exists(path))
        {
            throw S3Error.NoSuchKey(location);
        }

        return Task.FromResult<Stream>(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.SequentialScan));
    }

    public Task<bool> ExistsAsync(ObjectLocation location, CancellationToken cancellationToken)
        => Task.FromResult(FindPath(location) is { } path && File.Exists(path));

    public Task<IObjectUpload> CreateAsync(ObjectLocation location, CancellationToken cancellationToken)
    {
        var path = FindPath(location) ?? throw S3Error.CannotBeStored(location, "a part of its key is longer than a file's name may be.");
        if (Directory.Exists(path))
        {
            throw S3Error.CannotBeStored(location, "there is a folder of that name.");
        }

        var folder = Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (IOException)
        {
            throw S3Error.CannotBeStored(location, "a part of its key is the name of another object.");
        }

        var temporaryPath = Path.Combine(folder, Guid.NewGuid().ToString("N") + UploadEnding);
        return Task.FromResult<IObjectUpload>(new FolderObjectUpload(temporaryPath, path));
    }

    public Task DeleteAsync(ObjectLocation location, CancellationToken cancellationToken)
    {
        if (FindPath(location) is { } path && File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private string? FindPath(ObjectLocation location)
        => ObjectKeyPath.TryGetPath(location.Key, out var path) ? Path.Combine(_root, location.Bucket, path) : null;

    // UTF-16's order differs from UTF-8's for characters beyond the Basic Multilingual Plane.
    private static int CompareUtf8(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                var leftIsSurrogate = char.IsSurrogate(left[i]);
                return leftIsSurrogate == char.IsSurrogate(right[i])
                    ? left[i].CompareTo(right[i])
                    : leftIsSurrogate ? 1 : -1;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
