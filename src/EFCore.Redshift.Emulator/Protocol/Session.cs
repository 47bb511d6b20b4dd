using System.Net.Sockets;
using EFCore.Redshift.Emulator.Rewrites;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>One client's socket and the backend that serves it, with a thread for each direction.</summary>
internal sealed class Session : IDisposable
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
    private SessionContext? _context;
    private readonly string _database;
    private readonly IReadOnlyDictionary<string, string> _startupParameters;

    private Session(
        EmulatorServices services,
        ClientConnection client,
        ServerConnection server,
        string user,
        string database,
        IReadOnlyDictionary<string, string> startupParameters)
    {
        _startupParameters = startupParameters;
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
    public static Session? Open(EmulatorServices services, ClientConnection client, StartupPacket.Session startup)
    {
        var user = startup.Parameters.GetValueOrDefault("user", "");
        var database = startup.Parameters.GetValueOrDefault("database", user);
        try
        {
            Authenticate(services.Options, client, user);
            var server = ServerConnection.Open(services.Server, ServerParameters(startup, user, database));
            var session = new Session(services, client, server, user, database, startup.Parameters);
            session.Welcome();
            return session;
        }
        catch (RedshiftErrorException exception)
        {
            client.SendError(ServerError.From(exception) with { Severity = "FATAL" });
            return null;
        }
    }

    /// <summary>Serves the client until it leaves.</summary>
    public void Run()
    {
        var backend = new SessionBackend(_server, _answers);
        _context = new SessionContext(_services, _client.Socket, ProcessId, _user, _database, Cut, _leaving.Token);
        var catalog = new SessionCatalog(_services.Catalog, backend, _answers, _database, _user, _startupParameters);
        var translator = new SessionTranslator(_services, catalog);
        var frontendPump = new FrontendPump(_server, _client, _answers, backend, catalog, translator, _context);
        var backendPump = new BackendPump(_server, _client, _answers, catalog.OnReady);

        var fromServer = new Thread(() => Run(backendPump), maxStackSize: 256 * 1024) { IsBackground = true, Name = "Redshift session, answers" };
        fromServer.Start();
        Run(frontendPump);
        fromServer.Join();
    }

    /// <summary>Stops what the session is executing, as the client asked from another connection.</summary>
    public void Cancel(int secret)
    {
        if (secret == _server.Secret)
        {
            _context?.CancelExecuting();
            _server.Cancel();
        }
    }

    /// <summary>Cuts both sockets, which ends the pumps.</summary>
    public void Cut()
    {
        _client.Socket.Cut();
        _server.Socket.Cut();
    }

    public void Dispose()
    {
        _server.Dispose();
        _leaving.Dispose();
    }

    private static void Authenticate(RedshiftEmulatorOptions options, ClientConnection client, string user)
    {
        if (options.Password is not { } password)
        {
            return;
        }

        client.Writer.Message(MessageType.Authentication, [0, 0, 0, 3]);
        client.Flush();
        if (!client.Reader.WaitForMessage()
            || client.Reader.Type != MessageType.Password
            || new MessageBody(client.Reader.TakeMessage().Span).Text() != password)
        {
            throw new RedshiftErrorException("28000", $"password authentication failed for user \"{user}\"");
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> ServerParameters(StartupPacket.Session startup, string user, string database)
        => startup.Parameters
            .Where(parameter => PassedParameters.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase))
            .Select(parameter => parameter.Key == "options" ? new(parameter.Key, ServerOptions(parameter.Value)) : parameter)
            .Append(new("user", user))
            .Append(new("database", database))
            .Append(new("client_encoding", "UTF8"));

    // -c name=value and --name=value. Redshift's own settings are kept in a class of their own.
    private static string ServerOptions(string options)
        => string.Join(
            ' ',
            from word in options.Split(' ')
            let prefix = word.StartsWith("--", StringComparison.Ordinal) ? "--" : word.StartsWith("-c", StringComparison.Ordinal) ? "-c" : ""
            let name = word[prefix.Length..].Split('=')[0]
            select Settings.IsRedshiftOnly(name) ? $"{prefix}{Settings.Parameter(name)}{word[(prefix.Length + name.Length)..]}" : word);

    private void Welcome()
    {
        var writer = _client.Writer;
        writer.Message(MessageType.Authentication, [0, 0, 0, 0]);
        var reported = _server.Parameters.Where(parameter => BackendPump.IsReported(parameter.Key));
        foreach (var (name, value) in reported.Append(new("server_version", "8.0.2")))
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
        _client.Flush();
    }

    private void Run(FrontendPump pump)
    {
        var saidSo = false;
        try
        {
            saidSo = pump.Run();
        }
#pragma warning disable CA1031 // The other pump has to end too, whatever it was.
        catch (Exception)
#pragma warning restore CA1031
        {
            // One of the two has gone, nearly always.
        }

        // A client that was cut off leaves its backend at work: nobody waits for that.
        if (!saidSo && !_answers.IsEmpty)
        {
            _server.Cancel();
        }

        _leaving.Cancel();
        _server.Socket.Cut(SocketShutdown.Send);
    }

    private void Run(BackendPump pump)
    {
        try
        {
            pump.Run();
        }
#pragma warning disable CA1031 // The other pump has to end too, whatever it was.
        catch (Exception)
#pragma warning restore CA1031
        {
            // One of the two has gone, nearly always.
        }

        _answers.Close(new IOException("PostgreSQL has closed the connection."));
        Cut();
    }

    /// <summary>Whether the client or PostgreSQL has gone, or speaks in riddles.</summary>
    public static bool IsEndOfConnection(Exception exception)
        => exception is SocketException or IOException or ObjectDisposedException or InvalidDataException or OperationCanceledException;
}
