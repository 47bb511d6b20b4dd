using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>Accepts clients, and knows the sessions that are open.</summary>
internal sealed class EmulatorListener : IAsyncDisposable
{
    // For texts that nest deeply, alike on all operating systems; what is not used takes no memory.
    private const int StackSize = 16 * 1024 * 1024;

    private readonly EmulatorServices _services;
    private readonly Socket _socket;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<int, Session> _sessions = new();
    private readonly ConcurrentDictionary<ClientConnection, Task> _clients = new();
    private readonly Task _accepting;

    private EmulatorListener(EmulatorServices services, Socket socket)
    {
        _services = services;
        _socket = socket;
        _accepting = AcceptAsync();
    }

    /// <summary>The port that it listens on.</summary>
    public int Port
        => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>How many clients are served.</summary>
    public int OpenSessions
        => _sessions.Count;

    public static EmulatorListener Start(EmulatorServices services)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, services.Options.Port));
            socket.Listen(512);
            return new EmulatorListener(services, socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        _socket.Dispose();
        foreach (var session in _sessions.Values)
        {
            session.Cut();
        }

        foreach (var client in _clients.Keys)
        {
            client.Socket.Cut();
        }

        await Task.WhenAll(_clients.Values).ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var socket = await _socket.AcceptAsync(_stopping.Token).ConfigureAwait(false);
                socket.NoDelay = true;
                Serve(new ClientConnection(socket));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // The client has left before it was let in.
            }
        }
    }

    private void Serve(ClientConnection client)
    {
        var served = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _clients[client] = served.Task;
        new Thread(() => Serve(client, served), StackSize) { IsBackground = true, Name = "Redshift session, requests" }.Start();
    }

    private void Serve(ClientConnection client, TaskCompletionSource served)
    {
        try
        {
            switch (StartupPacket.Read(client.Socket, client.Reader))
            {
                case StartupPacket.Cancel cancel:
                    _sessions.GetValueOrDefault(cancel.ProcessId)?.Cancel(cancel.Secret);
                    break;
                case StartupPacket.Session startup:
                    ServeSession(client, startup);
                    break;
            }
        }
#pragma warning disable CA1031 // Whatever ends a session must not end the process that the emulator is a guest of.
        catch (Exception)
#pragma warning restore CA1031
        {
            // Nearly always: the client has left, or speaks another protocol.
        }
        finally
        {
            client.Dispose();
            _clients.TryRemove(client, out _);
            served.SetResult();
        }
    }

    private void ServeSession(ClientConnection client, StartupPacket.Session startup)
    {
        using var session = Session.Open(_services, client, startup);
        if (session is null)
        {
            return;
        }

        _sessions[session.ProcessId] = session;
        try
        {
            session.Run();
        }
        finally
        {
            _sessions.TryRemove(session.ProcessId, out _);
        }
    }
}
