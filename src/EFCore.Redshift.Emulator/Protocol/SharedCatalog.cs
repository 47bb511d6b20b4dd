using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>
///     What is committed in the databases, looked up over connections of the emulator's own: a session's transaction would take its snapshot
///     by a look-up of its own, too early for <c>LOCK</c>. It also keeps translations, as long as no name has changed its meaning.
/// </summary>
internal sealed class SharedCatalog(EndPoint server, string superuser) : IDisposable
{
    private const int MostTranslations = 2_000;
    private const int LongestKeptText = 64 * 1024;

    private readonly ConcurrentDictionary<string, Lazy<Connection>> _connections = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<TranslationKey, (long Version, TranslatedStatement Statement)> _translations = new();
    private long _version;

    /// <summary>A number that grows whenever names may mean something else.</summary>
    public long Version
        => Interlocked.Read(ref _version);

    /// <summary>Something was committed that may change what names mean.</summary>
    public void Change()
        => Interlocked.Increment(ref _version);

    public IReadOnlyList<string?[]> Query(string database, string sql)
    {
        try
        {
            return Connect(database).Query(sql);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            // It was cut, such as by pg_terminate_backend, or another session has left the database.
            Leave(database);
            return Connect(database).Query(sql);
        }
    }

    /// <summary>Leaves a database, so that it can be dropped.</summary>
    public void Leave(string database)
    {
        if (_connections.TryRemove(database, out var connection) && connection.IsValueCreated)
        {
            connection.Value.Dispose();
        }
    }

    public TranslatedStatement? Find(TranslationKey key)
        => _translations.TryGetValue(key, out var kept) && kept.Version == Version ? kept.Statement : null;

    /// <summary>Keeps a translation that was made when the catalogue had the version.</summary>
    public void Keep(TranslationKey key, long version, TranslatedStatement statement)
    {
        if (key.Text.Length > LongestKeptText)
        {
            return;
        }

        if (_translations.Count >= MostTranslations)
        {
            _translations.Clear();
        }

        _translations[key] = (version, statement);
    }

    private Connection Connect(string database)
        => _connections.GetOrAdd(database, name => new Lazy<Connection>(() => new Connection(server, superuser, name))).Value;

    public void Dispose()
    {
        foreach (var database in _connections.Keys)
        {
            Leave(database);
        }
    }

    private sealed class Connection(EndPoint server, string superuser, string database) : IDisposable
    {
        private readonly Lock _lock = new();

        private readonly ServerConnection _connection = ServerConnection.Open(
            server, [new("user", superuser), new("database", database), new("options", "-c default_transaction_isolation=read\\ committed")]);

        public IReadOnlyList<string?[]> Query(string sql)
        {
            lock (_lock)
            {
                return _connection.Query(sql);
            }
        }

        public void Dispose()
        {
            lock (_lock)
            {
                _connection.Dispose();
            }
        }
    }
}
