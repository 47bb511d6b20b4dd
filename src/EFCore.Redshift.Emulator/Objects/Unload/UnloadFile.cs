using System.IO.Compression;
using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>A file that is being written.</summary>
internal sealed class UnloadFile : IAsyncDisposable
{
    private readonly ObjectLocation _location;
    private readonly int _slice;
    private readonly IObjectUpload _upload;
    private readonly CountingStream _counted;
    private readonly Stream _stream;
    private byte[] _bytes = new byte[4096];
    private long _rows;

    private UnloadFile(ObjectLocation location, int slice, IObjectUpload upload, bool isGzip)
    {
        _location = location;
        _slice = slice;
        _upload = upload;
        _counted = new CountingStream(upload.Content);
        _stream = isGzip ? new GZipStream(_counted, CompressionLevel.Fastest, leaveOpen: true) : _counted;
    }

    /// <summary>The bytes written so far, after compression.</summary>
    public long Length
        => _counted.Count;

    public static async Task<UnloadFile> CreateAsync(
        ObjectLocation location, int slice, bool isGzip, IObjectStore store, CancellationToken cancellationToken)
        => new(location, slice, await store.CreateAsync(location, cancellationToken).ConfigureAwait(false), isGzip);

    public async ValueTask WriteAsync(StringBuilder line, bool isRow, CancellationToken cancellationToken)
    {
        var text = line.ToString();
        if (_bytes.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
        {
            _bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        }

        await _stream.WriteAsync(_bytes.AsMemory(0, Encoding.UTF8.GetBytes(text, _bytes)), cancellationToken).ConfigureAwait(false);
        if (isRow)
        {
            _rows++;
        }
    }

    public async Task<UnloadedFile> CompleteAsync(CancellationToken cancellationToken)
    {
        if (_stream != _counted)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }

        await _upload.CompleteAsync(cancellationToken).ConfigureAwait(false);
        await _upload.DisposeAsync().ConfigureAwait(false);
        return new UnloadedFile(_location, _slice, _rows, _counted.Count);
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync().ConfigureAwait(false);
        await _upload.DisposeAsync().ConfigureAwait(false);
    }
}
