using System.Net.Sockets;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>The first message of a connection.</summary>
internal abstract record StartupPacket
{
    private const int ProtocolVersion = 3;
    private const int CancelCode = (1234 << 16) | 5678;
    private const int SslCode = (1234 << 16) | 5679;
    private const int GssEncryptionCode = (1234 << 16) | 5680;

    // As in PostgreSQL.
    private const int Longest = 10_000;

    /// <summary>A client that wants a session.</summary>
    internal sealed record Session(IReadOnlyDictionary<string, string> Parameters) : StartupPacket;

    /// <summary>A client that wants a statement of another of its connections stopped.</summary>
    internal sealed record Cancel(int ProcessId, int Secret) : StartupPacket;

    /// <summary>Reads it, having declined encryption; null when there is none that makes sense.</summary>
    public static StartupPacket? Read(Socket socket, MessageReader reader)
    {
        while (reader.ReadUntyped(Longest) is { } packet)
        {
            var code = new MessageBody(packet.Span).Int32();
            switch (code)
            {
                case SslCode or GssEncryptionCode:
                    socket.Send("N"u8);
                    break;
                case CancelCode:
                    return ReadCancel(packet.Span[4..]);
                default:
                    return code >> 16 == ProtocolVersion ? ReadSession(packet.Span[4..]) : null;
            }
        }

        return null;
    }

    private static Cancel ReadCancel(ReadOnlySpan<byte> packet)
    {
        var body = new MessageBody(packet);
        return new Cancel(body.Int32(), body.Int32());
    }

    private static Session ReadSession(ReadOnlySpan<byte> packet)
    {
        var body = new MessageBody(packet);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!body.IsAtEnd && body.Text() is { Length: > 0 } name)
        {
            parameters[name] = body.Text();
        }

        return new Session(parameters);
    }
}
