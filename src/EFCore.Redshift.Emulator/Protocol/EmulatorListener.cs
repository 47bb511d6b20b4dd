using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>Accepts clients, and knows the sessions that are open.</summary>
internal sealed class EmulatorListener : IAsyncDisposable
{
    private readonly EmulatorServices _services;
    private readonly Socket _socket;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<int, Session> _sessions = new();
    private readonly ConcurrentDictionary<Task, Socket> _clients = new();
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
        await _stopping.CancelAsync();
        await _accepting;
        _socket.Dispose();
        foreach (var session in _sessions.Values)
        {
            session.Cut();
        }

        foreach (var client in _clients)
        {
            client.Value.Dispose();
        }

        await Task.WhenAll(_clients.Keys);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var socket = await _socket.AcceptAsync(_stopping.Token);
                socket.NoDelay = true;
                var serving = new Task<Task>(() => ServeAsync(socket));
                var done = serving.Unwrap();
                _clients[done] = socket;
                _ = done.ContinueWith(ended => _clients.TryRemove(ended, out _), TaskScheduler.Default);
                serving.Start(TaskScheduler.Default);
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

    private async Task ServeAsync(Socket socket)
    {
        using var client = new ClientConnection(socket);
        try
        {
            switch (await StartupPacket.ReadAsync(socket, client.Reader))
            {
                case StartupPacket.Cancel cancel:
                    await (_sessions.GetValueOrDefault(cancel.ProcessId)?.CancelAsync(cancel.Secret) ?? Task.CompletedTask);
                    break;
                case StartupPacket.Session startup:
                    await ServeSessionAsync(client, startup);
                    break;
            }
        }
        catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException or InvalidDataException
            or OperationCanceledException)
        {
            // The client has left, or speaks another protocol.
        }
    }

    private async Task ServeSessionAsync(ClientConnection client, StartupPacket.Session startup)
    {
        await using var session = await Session.OpenAsync(_services, client, startup, _stopping.Token);
        if (session is null)
        {
            return;
        }

        _sessions[session.ProcessId] = session;
        try
        {
            await session.RunAsync();
        }
        finally
        {
            _sessions.TryRemove(session.ProcessId, out _);
        }
    }
}
