using System.Net.Sockets;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>One client's socket and the backend that serves it.</summary>
internal sealed class Session : IAsyncDisposable
{
    // Redshift's own, which say nothing to PostgreSQL, are left out, as are the protocol's extensions.
    // https://docs.aws.amazon.com/redshift/latest/mgmt/jdbc20-configuration-options.html
    private static readonly string[] PassedParameters = ["application_name", "DateStyle", "TimeZone", "extra_float_digits", "search_path", "options"];

    private readonly EmulatorServices _services;
    private readonly ClientConnection _client;
    private readonly ServerConnection _server;
    private readonly PendingAnswers _answers = new();
    private readonly CancellationTokenSource _leaving = new();
    private readonly string _user;
    private readonly string _database;

    private Session(EmulatorServices services, ClientConnection client, ServerConnection server, string user, string database)
    {
        _services = services;
        _client = client;
        _server = server;
        _user = user;
        _database = database;
    }

    /// <summary>The backend's process id, by which it can be cancelled.</summary>
    public int ProcessId
        => _server.ProcessId;

    /// <summary>Lets the client in, or tells it why not and returns null.</summary>
    public static async Task<Session?> OpenAsync(
        EmulatorServices services, ClientConnection client, StartupPacket.Session startup, CancellationToken cancellationToken)
    {
        var user = startup.Parameters.GetValueOrDefault("user", "");
        var database = startup.Parameters.GetValueOrDefault("database", user);
        try
        {
            await AuthenticateAsync(services.Options, client, user);
            var server = await ServerConnection.OpenAsync(services.Server, ServerParameters(startup, user, database), cancellationToken);
            var session = new Session(services, client, server, user, database);
            await session.WelcomeAsync();
            return session;
        }
        catch (RedshiftErrorException exception)
        {
            await client.SendErrorAsync(ServerError.From(exception) with { Severity = "FATAL" });
            return null;
        }
    }

    /// <summary>Serves the client until it leaves.</summary>
    public async Task RunAsync()
    {
        var backend = new SessionBackend(_server, _answers);
        var context = new SessionContext(_services, ProcessId, _user, _database, _leaving.Token);
        var frontendPump = new FrontendPump(_server, _client, _answers, backend, new SessionCatalog(backend), context);
        var backendPump = new BackendPump(_server, _client, _answers, static _ => { });

        var fromServer = RunBackendPumpAsync(backendPump);
        await RunFrontendPumpAsync(frontendPump);
        await fromServer;
    }

    /// <summary>Stops what the session is executing, as the client asked from another connection.</summary>
    public Task CancelAsync(int secret)
        => secret == _server.Secret ? _server.CancelAsync() : Task.CompletedTask;

    /// <summary>Cuts both sockets, which ends the pumps.</summary>
    public void Cut()
    {
        Shut(_client.Socket);
        Shut(_server.Socket);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _leaving.Dispose();
    }

    private static async Task AuthenticateAsync(RedshiftEmulatorOptions options, ClientConnection client, string user)
    {
        if (options.Password is not { } password)
        {
            return;
        }

        client.Writer.Message(MessageType.Authentication, [0, 0, 0, 3]);
        await client.FlushAsync();
        if (!await client.Reader.WaitForMessageAsync()
            || client.Reader.Type != MessageType.Password
            || new MessageBody(client.Reader.TakeMessage().Span).Text() != password)
        {
            throw new RedshiftErrorException("28000", $"password authentication failed for user \"{user}\"");
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> ServerParameters(StartupPacket.Session startup, string user, string database)
        => startup.Parameters
            .Where(parameter => PassedParameters.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase))
            .Append(new("user", user))
            .Append(new("database", database))
            .Append(new("client_encoding", "UTF8"));

    private async Task WelcomeAsync()
    {
        var writer = _client.Writer;
        writer.Message(MessageType.Authentication, [0, 0, 0, 0]);
        foreach (var (name, value) in _server.Parameters.Where(parameter => BackendPump.IsReported(parameter.Key)).Append(new("server_version", "8.0.2")))
        {
            writer.Begin(MessageType.ParameterStatus);
            writer.Text(name);
            writer.Text(value);
            writer.End();
        }

        writer.Begin(MessageType.BackendKeyData);
        writer.Int32(_server.ProcessId);
        writer.Int32(_server.Secret);
        writer.End();
        writer.Message(MessageType.ReadyForQuery, "I"u8);
        await _client.FlushAsync();
    }

    private async Task RunFrontendPumpAsync(FrontendPump pump)
    {
        var saidSo = false;
        try
        {
            saidSo = await pump.RunAsync();
        }
        catch (Exception exception) when (IsEndOfConnection(exception))
        {
            // One of the two has gone.
        }

        // A client that was cut off leaves its backend at work: nobody waits for that.
        if (!saidSo && !_answers.IsEmpty)
        {
            await _server.CancelAsync();
        }

        await _leaving.CancelAsync();
        ShutSending(_server.Socket);
    }

    private async Task RunBackendPumpAsync(BackendPump pump)
    {
        try
        {
            await pump.RunAsync();
        }
        catch (Exception exception) when (IsEndOfConnection(exception))
        {
            // One of the two has gone.
        }

        _answers.Close(new IOException("PostgreSQL has closed the connection."));
        Cut();
    }

    private static bool IsEndOfConnection(Exception exception)
        => exception is SocketException or IOException or ObjectDisposedException or InvalidDataException or OperationCanceledException;

    private static void ShutSending(Socket socket)
        => Shut(socket, SocketShutdown.Send);

    private static void Shut(Socket socket, SocketShutdown how = SocketShutdown.Both)
    {
        try
        {
            socket.Shutdown(how);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It is shut.
        }
    }
}
