using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>
///     Cuts what a socket sends into messages. A message is read whole, except that <see cref="TakeAvailable" /> gives the next part of one
///     that is too large to wait for. Not safe for several threads at once. It blocks, as <see cref="MessageWriter" /> does.
/// </summary>
internal sealed class MessageReader(Socket socket) : IDisposable
{
    private const int InitialSize = 64 * 1024;
    private const int HeaderSize = 5;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _start;
    private int _end;

    /// <summary>Whether a whole message is here already, so that reading it waits for nothing.</summary>
    public bool HasMessage
        => HasHeader && _end - _start >= 1 + BodyAndLength;

    /// <summary>Whether type and length of the next message are here.</summary>
    public bool HasHeader
        => _end - _start >= HeaderSize;

    /// <summary>The type of the next message.</summary>
    public byte Type
        => _buffer[_start];

    /// <summary>The bytes of the next message, type and length included.</summary>
    public long TotalSize
        => 1L + BodyAndLength;

    private int BodyAndLength
    {
        get
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_start + 1));
            return length >= 4 ? length : throw new InvalidDataException("A message gives a length under 4.");
        }
    }

    /// <summary>Receives more; false at the end.</summary>
    public bool Receive()
    {
        MakeRoom();
        var received = socket.Receive(_buffer.AsSpan(_end), SocketFlags.None);
        _end += received;
        return received > 0;
    }

    /// <summary>Reads on until the next message is here as a whole; false at the end.</summary>
    public bool WaitForMessage()
    {
        while (!HasMessage)
        {
            if (!Receive())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes the next message, which must be here; its body is valid until more is received.</summary>
    public ReadOnlyMemory<byte> TakeMessage()
    {
        var body = _buffer.AsMemory(_start + HeaderSize, BodyAndLength - 4);
        _start += HeaderSize + body.Length;
        return body;
    }

    /// <summary>Takes as many bytes as are here, at most <paramref name="limit" />, without regard to messages.</summary>
    public ReadOnlySpan<byte> TakeAvailable(long limit)
    {
        var part = _buffer.AsSpan(_start, (int)Math.Min(limit, _end - _start));
        _start += part.Length;
        return part;
    }

    /// <summary>The bytes of the complete messages of one type that are next.</summary>
    public int RunOf(byte type)
    {
        var at = _start;
        while (_end - at >= HeaderSize && _buffer[at] == type)
        {
            var size = 1L + BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(at + 1));
            if (_end - at < size)
            {
                break;
            }

            at += (int)size;
        }

        return at - _start;
    }

    /// <summary>Reads one of the messages without a type: those before the session is open. Null at the end.</summary>
    public ReadOnlyMemory<byte>? ReadUntyped(int longest)
    {
        while (_end - _start < 4)
        {
            if (!Receive())
            {
                return null;
            }
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_start));
        if (length < 8 || length > longest)
        {
            return null;
        }

        while (_end - _start < length)
        {
            if (!Receive())
            {
                return null;
            }
        }

        var body = _buffer.AsMemory(_start + 4, length - 4);
        _start += length;
        return body;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void MakeRoom()
    {
        if (_start == _end)
        {
            _start = _end = 0;
            if (_buffer.Length > InitialSize * 4)
            {
                Replace(InitialSize);
            }
        }
        else if (_end == _buffer.Length)
        {
            Replace(_start > 0 && _end - _start <= _buffer.Length / 2 ? _buffer.Length : _buffer.Length * 2);
        }
    }

    private void Replace(int size)
    {
        var replacement = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(_start, _end - _start).CopyTo(replacement);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = replacement;
        _end -= _start;
        _start = 0;
    }
}
