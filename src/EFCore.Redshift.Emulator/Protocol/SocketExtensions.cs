using System.Net.Sockets;

namespace EFCore.Redshift.Emulator.Protocol;

internal static class SocketExtensions
{
    /// <summary>Shuts the socket down, which ends what waits for it; nothing happens where it is down already.</summary>
    public static void Cut(this Socket socket, SocketShutdown how = SocketShutdown.Both)
    {
        try
        {
            socket.Shutdown(how);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It is down.
        }
    }
}
