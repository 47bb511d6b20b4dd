using System.Net;
using System.Net.Sockets;
using EFCore.Redshift.Emulator.Protocol;

namespace EFCore.Redshift.Emulator.TestUtilities;

/// <summary>A client that says in each message what the test wants, where a driver has its own ways.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly MessageReader _reader;

    private RawClient()
    {
        _reader = new MessageReader(_socket);
        Writer = new MessageWriter(_socket);
    }

    public MessageWriter Writer { get; }

    public static RawClient Connect(RedshiftEmulator server, params (string Name, string Value)[] parameters)
    {
        var client = new RawClient();
        client._socket.Connect(IPAddress.Loopback, server.Port);
        client.Writer.BeginUntyped();
        client.Writer.Int32(3 << 16);
        foreach (var (name, value) in parameters.Prepend(("database", "dev")).Prepend(("user", "awsuser")))
        {
            client.Writer.Text(name);
            client.Writer.Text(value);
        }

        client.Writer.Byte(0);
        client.Writer.End();
        client.ReadUntilReady();
        return client;
    }

    public RawClient Query(string sql)
        => Send(MessageType.Query, writer => writer.Text(sql));

    public RawClient Parse(string name, string sql)
        => Send(
            MessageType.Parse,
            writer =>
            {
                writer.Text(name);
                writer.Text(sql);
                writer.Int16(0);
            });

    public RawClient Bind(string portal, string statement)
        => Send(
            MessageType.Bind,
            writer =>
            {
                writer.Text(portal);
                writer.Text(statement);
                writer.Bytes([0, 0, 0, 0, 0, 0]);
            });

    public RawClient Execute(string portal, int rows = 0)
        => Send(
            MessageType.Execute,
            writer =>
            {
                writer.Text(portal);
                writer.Int32(rows);
            });

    public RawClient DescribePortal(string portal)
        => Send(
            MessageType.Describe,
            writer =>
            {
                writer.Byte((byte)'P');
                writer.Text(portal);
            });

    public RawClient Sync()
        => Send(MessageType.Sync, _ => { });

    public RawClient Flush()
        => Send(MessageType.Flush, _ => { });

    /// <summary>Sends what was said, and reads up to ReadyForQuery: the types of the messages, with the text of errors, tags and rows.</summary>
    public IReadOnlyList<string> ReadUntilReady()
        => ReadUntil(MessageType.ReadyForQuery);

    /// <summary>Sends what was said, and reads up to a message of the type.</summary>
    public IReadOnlyList<string> ReadUntil(byte last)
    {
        Writer.Flush();
        var messages = new List<string>();
        while (_reader.WaitForMessage())
        {
            var type = _reader.Type;
            messages.Add(Describe(type, _reader.TakeMessage().Span));
            if (type == last)
            {
                return messages;
            }
        }

        throw new IOException("The server has closed the connection after: " + string.Join(", ", messages));
    }

    /// <summary>Reads until the server closes the connection.</summary>
    public void ReadToEnd()
    {
        Writer.Flush();
        while (_reader.WaitForMessage())
        {
            _reader.TakeMessage();
        }
    }

    /// <summary>Leaves without a word, as a process that is killed does.</summary>
    public void Dispose()
    {
        _socket.Dispose();
        _reader.Dispose();
        Writer.Dispose();
    }

    private RawClient Send(byte type, Action<MessageWriter> write)
    {
        Writer.Begin(type);
        write(Writer);
        Writer.End();
        return this;
    }

    private static string Describe(byte type, ReadOnlySpan<byte> body)
        => type switch
        {
            MessageType.ErrorResponse or MessageType.NoticeResponse => $"{(char)type} {ServerError.Read(body).SqlState} {ServerError.Read(body).Message}",
            MessageType.CommandComplete => $"C {new MessageBody(body).Text()}",
            MessageType.ReadyForQuery => $"Z {(char)body[0]}",
            MessageType.DataRow => $"D {string.Join('|', ServerConnection.ReadRow(body))}",
            _ => ((char)type).ToString(),
        };
}
