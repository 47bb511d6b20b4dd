using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>Stands between a client and the server and cuts the connection when the client has sent a certain text.</summary>
public sealed class CuttableProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly IPEndPoint _server;
    private readonly byte[] _cutAt;
    private readonly Task _accepting;
    private int _cutsLeft;

    /// <param name="serverPort">The server's port on the loopback address.</param>
    /// <param name="cutAt">The text. It still reaches the server, its answer no longer reaches the client.</param>
    /// <param name="cuts">How often.</param>
    public CuttableProxy(int serverPort, string cutAt, int cuts = 1)
    {
        _server = new IPEndPoint(IPAddress.Loopback, serverPort);
        _cutAt = Encoding.UTF8.GetBytes(cutAt);
        _cutsLeft = cuts;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port
        => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                sessions.Add(ForwardAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(_server);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            var cut = new TaskCompletionSource();

            var back = CopyAsync(server.GetStream(), client.GetStream(), beforeSending: _ => cut.Task.IsCompleted, end.Token);
            await CopyAsync(
                client.GetStream(),
                server.GetStream(),
                bytes =>
                {
                    if (bytes.Span.IndexOf(_cutAt) >= 0 && Interlocked.Decrement(ref _cutsLeft) >= 0)
                    {
                        cut.SetResult();
                    }

                    return false;
                },
                end.Token,
                stopAfter: cut.Task);

            // Once cut, the server's answer ends the copying back: what the client sent has been done by then.
            if (!cut.Task.IsCompleted)
            {
                await end.CancelAsync();
            }

            await back;
        }
    }

    private static async Task CopyAsync(
        NetworkStream from,
        NetworkStream to,
        Func<ReadOnlyMemory<byte>, bool> beforeSending,
        CancellationToken cancellationToken,
        Task? stopAfter = null)
    {
        var buffer = new byte[8192];
        try
        {
            int count;
            while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (beforeSending(buffer.AsMemory(0, count)))
                {
                    return;
                }

                await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                if (stopAfter?.IsCompleted == true)
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One side has gone: so goes the other.
        }
    }
}
