namespace EFCore.Redshift.Emulator.Objects;

/// <summary>A file that is written beside the buckets and moved to its place when it is complete.</summary>
internal sealed class FolderObjectUpload(ObjectLocation location, string temporaryPath, string path) : IObjectUpload
{
    private readonly FileStream _content = new(temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024);

    public Stream Content
        => _content;

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await _content.FlushAsync(cancellationToken).ConfigureAwait(false);
        await _content.DisposeAsync().ConfigureAwait(false);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporaryPath, path, overwrite: true);
        }
        catch (IOException)
        {
            throw S3Error.CannotBeStored(location, "a part of its key is the name of another object.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _content.DisposeAsync().ConfigureAwait(false);
        File.Delete(temporaryPath);
    }
}
