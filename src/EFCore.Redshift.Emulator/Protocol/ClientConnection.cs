using System.Net.Sockets;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>The client's socket. What both pumps may do with it at the same time takes turns.</summary>
internal sealed class ClientConnection(Socket socket) : IDisposable
{
    private readonly Lock _turn = new();

    public Socket Socket { get; } = socket;

    /// <summary>For the pump of the client's messages.</summary>
    public MessageReader Reader { get; } = new(socket);

    /// <summary>For the pump of the server's messages, and before the pumps run.</summary>
    public MessageWriter Writer { get; } = new(socket);

    /// <summary>Whether the client hears nothing more.</summary>
    public bool IsMuted { get; set; }

    /// <summary>Sends what <see cref="Writer" /> holds.</summary>
    public void Flush()
    {
        if (IsMuted)
        {
            Writer.Clear();
        }
        else if (Writer.Length > 0)
        {
            lock (_turn)
            {
                Writer.Flush();
            }
        }
    }

    /// <summary>Sends an error while nothing else is on its way to the client.</summary>
    public void SendError(ServerError error)
    {
        using var writer = new MessageWriter(Socket);
        error.Write(writer, MessageType.ErrorResponse);
        lock (_turn)
        {
            writer.Flush();
        }
    }

    public void Dispose()
    {
        Socket.Dispose();
        Reader.Dispose();
        Writer.Dispose();
    }
}
