using System.Net.Sockets;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>The client's socket. What both pumps may do with it at the same time takes turns.</summary>
internal sealed class ClientConnection(Socket socket) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public Socket Socket { get; } = socket;

    /// <summary>For the pump of the client's messages.</summary>
    public MessageReader Reader { get; } = new(socket);

    /// <summary>For the pump of the server's messages, and before the pumps run.</summary>
    public MessageWriter Writer { get; } = new(socket);

    /// <summary>Sends what <see cref="Writer" /> holds.</summary>
    public async ValueTask FlushAsync()
    {
        if (Writer.Length == 0)
        {
            return;
        }

        await _turn.WaitAsync();
        try
        {
            await Writer.FlushAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Sends an error while nothing else is on its way to the client.</summary>
    public async ValueTask SendErrorAsync(ServerError error)
    {
        using var writer = new MessageWriter(Socket);
        error.Write(writer, MessageType.ErrorResponse);
        await _turn.WaitAsync();
        try
        {
            await writer.FlushAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        Socket.Dispose();
        Reader.Dispose();
        Writer.Dispose();
        _turn.Dispose();
    }
}
