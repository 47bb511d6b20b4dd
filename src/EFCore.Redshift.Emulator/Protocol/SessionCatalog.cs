using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>
///     The catalogue as one session sees it: what is committed, unless the session's transaction has changed something itself. Also what of
///     the session's settings changes the meaning of names. Safe for the session's two pumps.
/// </summary>
internal sealed class SessionCatalog : ICatalog
{
    private const string DefaultSearchPath = "\"$user\", public";
    private const string CaseSensitivity = "enable_case_sensitive_identifier";

    private readonly SharedCatalog _shared;
    private readonly SessionBackend _backend;
    private readonly PendingAnswers _answers;
    private readonly string _database;
    private readonly string _user;
    private readonly Lock _lock = new();

    // Syncs that were sent and answers to them that have come; changes belong to the Sync that ends their transaction.
    private long _syncs;
    private long _readies;
    private long _changedAt;

    private volatile string? _temporarySchema;
    private bool _settingsWereSet;
    private bool _settingsAreStale;

    public SessionCatalog(
        SharedCatalog shared,
        SessionBackend backend,
        PendingAnswers answers,
        string database,
        string user,
        IReadOnlyDictionary<string, string> startupParameters)
    {
        _shared = shared;
        _backend = backend;
        _answers = answers;
        _database = database;
        _user = user;
        SearchPath = DefaultSearchPath;
        _settingsWereSet = _settingsAreStale = startupParameters.ContainsKey("search_path") || startupParameters.ContainsKey("options");
    }

    /// <summary>Whether quoted names keep their case.</summary>
    public bool CaseSensitiveIdentifiers { get; private set; }

    /// <summary>Whether a transaction block is open when the next statement is executed.</summary>
    public bool InTransactionBlock { get; private set; }

    /// <summary>The version of what is committed.</summary>
    public long Version
        => _shared.Version;

    /// <summary>Whether translations made now are right for other sessions too.</summary>
    public bool IsShared
        => !HasUncommittedChange && _temporarySchema is null;

    private string SearchPath { get; set; }

    private bool HasUncommittedChange
    {
        get
        {
            lock (_lock)
            {
                return _changedAt != 0;
            }
        }
    }

    /// <summary>Whether PostgreSQL has to be asked for the settings.</summary>
    public bool AreSettingsStale
        => _settingsAreStale;

    public TranslationKey Key(string text)
        => new(text, _database, _user, SearchPath, CaseSensitiveIdentifiers, InTransactionBlock);

    /// <summary>Asks PostgreSQL for the settings, where they may have changed.</summary>
    public async ValueTask RefreshSettingsAsync(CancellationToken cancellationToken)
    {
        if (!_settingsAreStale || _answers.TransactionStatus == (byte)'E')
        {
            return;
        }

        await _backend.DrainAsync().ConfigureAwait(false);
        if (_answers.TransactionStatus == (byte)'E')
        {
            return;
        }

        var rows = await _backend
            .QueryAsync(
                $"SELECT pg_catalog.current_setting('search_path'), coalesce(pg_catalog.current_setting('redshift.{CaseSensitivity}', true), '')",
                cancellationToken)
            .ConfigureAwait(false);
        SearchPath = rows[0][0]!;
        CaseSensitiveIdentifiers = rows[0][1]!.ToUpperInvariant() is "ON" or "TRUE" or "YES" or "1" or "T";
        _settingsAreStale = false;
    }

    public async ValueTask<IReadOnlyDictionary<RelationName, Relation>> FindRelationsAsync(
        IReadOnlyCollection<RelationName> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return new Dictionary<RelationName, Relation>();
        }

        var asked = names.ToList();
        if (!HasUncommittedChange)
        {
            return CatalogReader.Read(asked, _shared.Query(_database, Query(asked)));
        }

        // The answers that are on their way may tell the schema of temporary tables.
        await _backend.DrainAsync().ConfigureAwait(false);
        return CatalogReader.Read(asked, await _backend.QueryAsync(Query(asked), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A statement is on its way to PostgreSQL.</summary>
    public void OnSent(Statement statement, bool changesCatalog)
    {
        switch (statement)
        {
            case BeginStatement:
                InTransactionBlock = true;
                return;
            case CommitStatement or RollbackStatement:
                InTransactionBlock = false;
                _settingsAreStale |= _settingsWereSet;
                return;
            case SetStatement or ResetStatement:
                if (statement is SetStatement { Name: "search_path" or CaseSensitivity }
                    or ResetStatement { Name: null or "search_path" or CaseSensitivity })
                {
                    _settingsWereSet = _settingsAreStale = true;
                }

                return;
        }

        if (changesCatalog)
        {
            lock (_lock)
            {
                _changedAt = _syncs + 1;
            }

            if (statement is DropStatement { Kind: ObjectKind.Database } drop)
            {
                foreach (var name in drop.Names)
                {
                    _shared.Leave(name.Name);
                }
            }

            if (_temporarySchema is null && MakesTemporaryTable(statement))
            {
                _backend.Inject(
                    "SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = pg_catalog.pg_my_temp_schema()", new TemporarySchemaReceiver(this));
            }
        }
    }

    /// <summary>The transaction block ends, without a statement of the client's that says so.</summary>
    public void OnCommitted()
        => InTransactionBlock = false;

    /// <summary>A Sync is on its way to PostgreSQL.</summary>
    public void OnSync()
    {
        lock (_lock)
        {
            _syncs++;
        }
    }

    /// <summary>PostgreSQL has answered a Sync.</summary>
    public void OnReady(byte transactionStatus)
    {
        lock (_lock)
        {
            _readies++;
            if (_changedAt == 0 || _changedAt > _readies || transactionStatus != (byte)'I')
            {
                return;
            }

            _changedAt = 0;
        }

        _shared.Change();
    }

    /// <summary>The state of the transaction is known: nothing is on its way.</summary>
    public void OnIdle(byte transactionStatus)
        => InTransactionBlock = transactionStatus != (byte)'I';

    private string Query(IReadOnlyList<RelationName> names)
        => CatalogReader.Query(names, CatalogReader.SearchPath(SearchPath, _user, _temporarySchema));

    private static bool MakesTemporaryTable(Statement statement)
        => statement switch
        {
            CreateTableStatement create => IsTemporary(create.Persistence, create.Name),
            CreateTableAsStatement create => IsTemporary(create.Persistence, create.Name),
            SelectQuery { Into: { } into } => IsTemporary(into.Persistence, into.Table),
            _ => false,
        };

    private static bool IsTemporary(TablePersistence persistence, QualifiedName name)
        => persistence == TablePersistence.Temporary || name.Name.StartsWith('#');

    private sealed class TemporarySchemaReceiver(SessionCatalog catalog) : IAnswerReceiver
    {
        public ValueTask ReceiveAsync(byte type, ReadOnlyMemory<byte> body)
        {
            if (type == MessageType.DataRow)
            {
                catalog._temporarySchema = ServerConnection.ReadRow(body.Span)[0];
            }

            return ValueTask.CompletedTask;
        }

        public void Fail(Exception exception)
        {
            // The table was not made; the client hears of that by the failure of its own statement.
        }
    }
}
