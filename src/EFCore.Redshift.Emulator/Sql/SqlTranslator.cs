using System.Runtime.CompilerServices;
using System.Text;
using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Refusals;
using EFCore.Redshift.Emulator.Rewrites;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

/// <summary>
///     Turns a client's text into what is executed: it is parsed, its names are looked up, the rules refuse what Redshift refuses, and what
///     is left is rewritten and printed for PostgreSQL, which sees no other text.
/// </summary>
internal sealed class SqlTranslator(RuleSet rules, Rewriter rewriter)
{
    public SqlTranslator()
        : this(RuleSet.Default, Rewriter.Default)
    {
    }

    /// <summary>Translates a text of one or more statements.</summary>
    /// <exception cref="RedshiftErrorException">Redshift would not understand the text, or refuse a statement of it.</exception>
    public async ValueTask<IReadOnlyList<TranslatedStatement>> TranslateAsync(
        string sql, SessionSettings settings, ICatalog catalog, CancellationToken cancellationToken)
    {
        var translated = new List<TranslatedStatement>();
        await foreach (var statement in TranslateEachAsync(sql, settings, catalog, cancellationToken).ConfigureAwait(false))
        {
            translated.Add(statement);
        }

        return translated;
    }

    /// <summary>
    ///     Translates a text statement by statement: each is looked at only when it is asked for, so that it may use what the one before it
    ///     has made meanwhile.
    /// </summary>
    /// <exception cref="RedshiftErrorException">Redshift would not understand the text, or refuse a statement of it.</exception>
    public async IAsyncEnumerable<TranslatedStatement> TranslateEachAsync(
        string sql, SessionSettings settings, ICatalog catalog, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var statements = SqlParser.Parse(sql, new SqlParserOptions(settings.CaseSensitiveIdentifiers, settings.Strict));
        var textBytes = Encoding.UTF8.GetByteCount(sql);

        foreach (var statement in statements)
        {
            var bound = await Binder.BindAsync(statement, catalog, cancellationToken).ConfigureAwait(false);
            rules.Check(new RefusalContext(bound, settings) { TextBytes = textBytes, IsOneOfSeveral = statements.Count > 1 });
            yield return Translate(statement, bound);

            settings = statement switch
            {
                BeginStatement => settings with { InTransactionBlock = true },
                CommitStatement or RollbackStatement => settings with { InTransactionBlock = false },
                _ => settings
            };
        }
    }

    private TranslatedStatement Translate(Statement statement, BoundStatement bound)
    {
        var rewritten = rewriter.Rewrite(statement, bound);
        return new TranslatedStatement
        {
            Tree = statement,
            PostgresSql = statement is CopyStatement or UnloadStatement ? null : SqlPrinter.Print(rewritten.Tree),
            UnloadQuery = rewritten.Tree is UnloadStatement unload ? SqlPrinter.Print(unload.Query) : null,
            Before = rewritten.Before,
            After = rewritten.After,
            CommandTag = rewritten.CommandTag,
            ChangesCatalog = ChangesCatalog(statement)
        };
    }

    // Whatever is not known to leave names alone counts as a change; so does the end of a transaction that made something.
    private static bool ChangesCatalog(Statement statement)
        => statement is not (
            SelectQuery { Into: null } or SetOperation or ValuesQuery or InsertStatement or UpdateStatement or DeleteStatement or MergeStatement
            or CopyStatement or UnloadStatement or TruncateStatement or LockStatement or BeginStatement or CommitStatement or ShowStatement
            or ShowObjectStatement or DeclareCursorStatement or FetchStatement or CloseStatement or PrepareStatement or ExecuteStatement
            or DeallocateStatement or ExplainStatement or AnalyzeStatement or VacuumStatement or CommentStatement);
}
