using System.Runtime.CompilerServices;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>Translates what one session sends, and does not translate twice what it has seen.</summary>
internal sealed class SessionTranslator(EmulatorServices services, SessionCatalog catalog)
{
    private const int MostTranslations = 500;

    // What this session alone may use, since it has temporary tables or has changed something in its open transaction.
    private readonly Dictionary<TranslationKey, (long Version, TranslatedStatement Statement)> _own = [];

    /// <summary>
    ///     The statements of a text. Each is looked at when the one before it is on its way, since a text may use what it makes.
    /// </summary>
    /// <exception cref="RedshiftErrorException">Redshift would refuse one of them.</exception>
    public async IAsyncEnumerable<TranslatedStatement> TranslateAsync(string sql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await catalog.RefreshSettingsAsync(cancellationToken).ConfigureAwait(false);
        if (Find(sql) is { } known)
        {
            yield return known;
            yield break;
        }

        var key = catalog.Key(sql);
        var version = catalog.Version;
        var isShared = catalog.IsShared;
        var count = 0;
        TranslatedStatement? last = null;
        var settings = new SessionSettings
        {
            CaseSensitiveIdentifiers = catalog.CaseSensitiveIdentifiers,
            InTransactionBlock = catalog.InTransactionBlock,
            Strict = services.Options.Strict,
            Relaxed = services.Relaxations,
        };
        await foreach (var statement in services.Translate(sql, settings, catalog, cancellationToken).ConfigureAwait(false))
        {
            count++;
            last = statement;
            yield return statement;
        }

        if (count == 1)
        {
            Keep(key, version, isShared, last!);
        }
    }

    /// <summary>The only statement of a text that was translated before, where that still holds.</summary>
    public TranslatedStatement? Find(string sql)
    {
        if (catalog.AreSettingsStale)
        {
            return null;
        }

        var key = catalog.Key(sql);
        return catalog.IsShared
            ? services.Catalog.Find(key)
            : _own.TryGetValue(key, out var kept) && kept.Version == catalog.Version ? kept.Statement : null;
    }

    /// <summary>A statement is on its way to PostgreSQL.</summary>
    public void OnSent(TranslatedStatement statement)
    {
        if (statement.ChangesCatalog)
        {
            _own.Clear();
        }

        catalog.OnSent(statement.Tree, statement.ChangesCatalog);
    }

    private void Keep(TranslationKey key, long version, bool isShared, TranslatedStatement statement)
    {
        // What a change of the catalogue comes to is not asked again.
        if (statement.ChangesCatalog)
        {
            return;
        }

        if (isShared)
        {
            services.Catalog.Keep(key, version, statement);
            return;
        }

        if (_own.Count >= MostTranslations)
        {
            _own.Clear();
        }

        _own[key] = (version, statement);
    }
}
