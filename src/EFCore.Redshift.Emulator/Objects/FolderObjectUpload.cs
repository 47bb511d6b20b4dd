namespace EFCore.Redshift.Emulator.Objects;

/// <summary>A file that is written under another name and gets its own when it is complete.</summary>
internal sealed class FolderObjectUpload(string temporaryPath, string path) : IObjectUpload
{
    private readonly FileStream _content = new(temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024);

    public Stream Content
        => _content;

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await _content.FlushAsync(cancellationToken).ConfigureAwait(false);
        await _content.DisposeAsync().ConfigureAwait(false);
        File.Move(temporaryPath, path, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _content.DisposeAsync().ConfigureAwait(false);
        File.Delete(temporaryPath);
    }
}
