using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>
///     Collects messages and sends them in few calls. Not safe for several threads at once. It blocks: each direction of a session has a
///     thread of its own, which halves the time that a short statement takes.
/// </summary>
internal sealed class MessageWriter(Socket socket) : IDisposable
{
    private const int InitialSize = 32 * 1024;

    // A buffer that a large message has blown up goes back to the pool when it is sent.
    private const int KeptSize = 256 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _length;
    private int _messageLengthAt;

    /// <summary>How many bytes wait to be sent.</summary>
    public int Length
        => _length;

    public void Begin(byte type)
    {
        Byte(type);
        BeginUntyped();
    }

    /// <summary>Begins one of the messages without a type: those before the session is open.</summary>
    public void BeginUntyped()
    {
        _messageLengthAt = _length;
        Int32(0);
    }

    public void End()
        => BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(_messageLengthAt), _length - _messageLengthAt);

    public void Byte(byte value)
        => Space(1)[0] = value;

    public void Int16(short value)
        => BinaryPrimitives.WriteInt16BigEndian(Space(2), value);

    public void Int32(int value)
        => BinaryPrimitives.WriteInt32BigEndian(Space(4), value);

    public void Bytes(ReadOnlySpan<byte> bytes)
        => bytes.CopyTo(Space(bytes.Length));

    /// <summary>Writes a text in UTF-8 with the zero that ends it.</summary>
    public void Text(string text)
    {
        Encoding.UTF8.GetBytes(text, Space(Encoding.UTF8.GetByteCount(text)));
        Byte(0);
    }

    /// <summary>Writes a whole message.</summary>
    public void Message(byte type, ReadOnlySpan<byte> body)
    {
        Begin(type);
        Bytes(body);
        End();
    }

    /// <summary>Sends all messages.</summary>
    public void Flush()
    {
        var sent = 0;
        while (sent < _length)
        {
            sent += socket.Send(_buffer.AsSpan(sent, _length - sent), SocketFlags.None);
        }

        _length = 0;
        if (_buffer.Length > KeptSize)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
        }
    }

    /// <summary>Drops all messages.</summary>
    public void Clear()
        => _length = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private Span<byte> Space(int count)
    {
        if (_buffer.Length - _length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var space = _buffer.AsSpan(_length, count);
        _length += count;
        return space;
    }
}
