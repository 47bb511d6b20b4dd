namespace EFCore.Redshift.Emulator.Objects.Copy.Reading;

/// <summary>A window on a stream of bytes that grows until it holds a whole record.</summary>
internal sealed class RecordBuffer(Stream stream, int capacity = 256 * 1024)
{
    private byte[] _bytes = new byte[capacity];
    private int _start;
    private int _end;

    public ReadOnlySpan<byte> Unread
        => _bytes.AsSpan(_start, _end - _start);

    public bool IsAtEnd { get; private set; }

    public void Skip(int count)
        => _start += count;

    /// <summary>Reads on, keeping what is unread.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var unread = _end - _start;
        if (unread > _bytes.Length / 2)
        {
            var larger = new byte[_bytes.Length * 2];
            _bytes.AsSpan(_start, unread).CopyTo(larger);
            _bytes = larger;
        }
        else
        {
            _bytes.AsSpan(_start, unread).CopyTo(_bytes);
        }

        _start = 0;
        _end = unread;

        // The buffer is filled to its end, so that a long record in small portions is not searched anew for each of them.
        var free = _bytes.Length - _end;
        var read = await stream.ReadAtLeastAsync(_bytes.AsMemory(_end), free, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        _end += read;
        IsAtEnd = read < free;
    }
}
