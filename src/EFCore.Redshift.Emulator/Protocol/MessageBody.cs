using System.Buffers.Binary;
using System.Text;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>Reads the fields of a message's body one after another.</summary>
internal ref struct MessageBody(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> _rest = body;

    public readonly bool IsAtEnd
        => _rest.IsEmpty;

    public byte Byte()
        => Take(1)[0];

    public short Int16()
        => BinaryPrimitives.ReadInt16BigEndian(Take(2));

    public int Int32()
        => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    public string Text()
    {
        var length = _rest.IndexOf((byte)0);
        if (length < 0)
        {
            throw new InvalidDataException("A text in a message has no end.");
        }

        var text = Encoding.UTF8.GetString(_rest[..length]);
        _rest = _rest[(length + 1)..];
        return text;
    }

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _rest.Length)
        {
            throw new InvalidDataException("A message is shorter than its fields.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    public readonly ReadOnlySpan<byte> Rest()
        => _rest;
}
