using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>A connection to PostgreSQL, opened. Sessions drive it themselves; the emulator's own statements use <see cref="Query" />.</summary>
internal sealed class ServerConnection : IDisposable
{
    private const int ProtocolVersion = 3 << 16;
    private const int CancelRequest = (1234 << 16) | 5678;

    private readonly EndPoint _endpoint;
    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);
    private int _secret;

    private ServerConnection(EndPoint endpoint, Socket socket)
    {
        _endpoint = endpoint;
        Socket = socket;
        Reader = new MessageReader(socket);
        Writer = new MessageWriter(socket);
    }

    public Socket Socket { get; }

    public MessageReader Reader { get; }

    public MessageWriter Writer { get; }

    /// <summary>The process id of the backend, which cancel requests name.</summary>
    public int ProcessId { get; private set; }

    /// <summary>What a cancel request has to name beside the process id.</summary>
    public int Secret
        => _secret;

    /// <summary>The settings that the server reported at the start.</summary>
    public IReadOnlyDictionary<string, string> Parameters
        => _parameters;

    /// <summary>Opens a connection.</summary>
    /// <exception cref="RedshiftErrorException">The server refuses it.</exception>
    /// <exception cref="SocketException">There is no server (yet).</exception>
    public static ServerConnection Open(
        EndPoint endpoint, IEnumerable<KeyValuePair<string, string>> startupParameters)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        var connection = new ServerConnection(endpoint, socket);
        try
        {
            socket.Connect(endpoint);
            connection.Start(startupParameters);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Asks the server to stop what the connection is executing.</summary>
    public void Cancel()
    {
        try
        {
            using var socket = new Socket(_endpoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(_endpoint);
            using var writer = new MessageWriter(socket);
            writer.BeginUntyped();
            writer.Int32(CancelRequest);
            writer.Int32(ProcessId);
            writer.Int32(_secret);
            writer.End();
            writer.Flush();

            // The server closes the connection when it has sent the signal.
            socket.Receive(new byte[1]);
        }
        catch (SocketException)
        {
            // The server is going down, and the statement with it.
        }
    }

    /// <summary>Runs a text of one or more statements in the simple protocol; returns the rows of all results.</summary>
    public IReadOnlyList<string?[]> Query(string sql)
    {
        Writer.Begin(MessageType.Query);
        Writer.Text(sql);
        Writer.End();
        Writer.Flush();

        var rows = new List<string?[]>();
        ServerError? error = null;
        while (Reader.WaitForMessage())
        {
            var type = Reader.Type;
            var body = Reader.TakeMessage();
            switch (type)
            {
                case MessageType.DataRow:
                    rows.Add(ReadRow(body.Span));
                    break;
                case MessageType.ErrorResponse:
                    error = ServerError.Read(body.Span);
                    break;
                case MessageType.ReadyForQuery:
                    return error is null ? rows : throw error.ToException();
            }
        }

        throw error?.ToException() ?? (Exception)new IOException("PostgreSQL has closed the connection.");
    }

    /// <summary>The values of a DataRow message in text form.</summary>
    public static string?[] ReadRow(ReadOnlySpan<byte> message)
    {
        var body = new MessageBody(message);
        var values = new string?[body.Int16()];
        for (var i = 0; i < values.Length; i++)
        {
            var length = body.Int32();
            values[i] = length < 0 ? null : Encoding.UTF8.GetString(body.Take(length));
        }

        return values;
    }

    public void Dispose()
    {
        Socket.Dispose();
        Reader.Dispose();
        Writer.Dispose();
    }

    private void Start(IEnumerable<KeyValuePair<string, string>> startupParameters)
    {
        Writer.BeginUntyped();
        Writer.Int32(ProtocolVersion);
        foreach (var (name, value) in startupParameters)
        {
            Writer.Text(name);
            Writer.Text(value);
        }

        Writer.Byte(0);
        Writer.End();
        Writer.Flush();

        while (Reader.WaitForMessage())
        {
            var type = Reader.Type;
            var body = Reader.TakeMessage();
            if (HandleStartMessage(type, body.Span))
            {
                return;
            }
        }

        throw new IOException("PostgreSQL has closed the connection.");
    }

    private bool HandleStartMessage(byte type, ReadOnlySpan<byte> message)
    {
        var body = new MessageBody(message);
        switch (type)
        {
            case MessageType.Authentication when body.Int32() is var code and not 0:
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"PostgreSQL asks for authentication {code}."));
            case MessageType.ParameterStatus:
                _parameters[body.Text()] = body.Text();
                return false;
            case MessageType.BackendKeyData:
                ProcessId = body.Int32();
                _secret = body.Int32();
                return false;
            case MessageType.ErrorResponse:
                throw ServerError.Read(message).ToException();
            default:
                return type == MessageType.ReadyForQuery;
        }
    }
}
