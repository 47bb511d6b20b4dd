using System.Globalization;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlParser
{
    private BeginStatement ParseBegin()
    {
        var position = Position;
        var isStart = Is(Keyword.Start);
        Advance();
        if (isStart)
        {
            Expect(Keyword.Transaction);
        }
        else
        {
            AcceptWorkOrTransaction();
        }

        return new BeginStatement(ParseTransactionMode()) { IsStartTransaction = isStart, Position = position };
    }

    private void AcceptWorkOrTransaction() => _ = Accept(Keyword.Work) || Accept(Keyword.Transaction);

    private TransactionMode ParseTransactionMode()
    {
        var mode = new TransactionMode { Position = Position };
        while (true)
        {
            if (Accept(Keyword.Isolation, Keyword.Level))
            {
                mode = mode with { Isolation = ParseIsolationLevel() };
            }
            else if (Is(Keyword.Read, Keyword.Only) || Is(Keyword.Read, Keyword.Write))
            {
                mode = mode with { IsReadOnly = PeekKeyword(1) == Keyword.Only };
                _index += 2;
            }
            else if (Accept(Keyword.Not, Keyword.Deferrable))
            {
                mode = mode with { IsDeferrable = false };
            }
            else if (Accept(Keyword.Deferrable))
            {
                mode = mode with { IsDeferrable = true };
            }
            else
            {
                return mode;
            }

            Accept(',');
        }
    }

    private IsolationLevel ParseIsolationLevel()
        => Accept(Keyword.Serializable) ? IsolationLevel.Serializable
            : Accept(Keyword.Repeatable, Keyword.Read) ? IsolationLevel.RepeatableRead
            : Accept(Keyword.Read, Keyword.Committed) ? IsolationLevel.ReadCommitted
            : Accept(Keyword.Read, Keyword.Uncommitted) ? IsolationLevel.ReadUncommitted
            : throw SyntaxError();

    private Statement ParseCommit()
    {
        var position = Position;
        if (Is(Keyword.Commit, Keyword.Prepared))
        {
            return SkipUnsupported(2);
        }

        Advance();
        AcceptWorkOrTransaction();
        return new CommitStatement { Position = position };
    }

    private Statement ParseRollback()
    {
        var position = Position;
        if (Is(Keyword.Rollback, Keyword.Prepared))
        {
            return SkipUnsupported(2);
        }

        Advance();
        AcceptWorkOrTransaction();
        if (!Accept(Keyword.To))
        {
            return new RollbackStatement { Position = position };
        }

        Accept(Keyword.Savepoint);
        return new SavepointStatement(SavepointAction.RollbackTo, ParseIdentifier()) { Position = position };
    }

    private SavepointStatement ParseSavepoint()
    {
        var position = Position;
        var action = Is(Keyword.Savepoint) ? SavepointAction.Save : SavepointAction.Release;
        Advance();
        if (action == SavepointAction.Release)
        {
            Accept(Keyword.Savepoint);
        }

        return new SavepointStatement(action, ParseIdentifier()) { Position = position };
    }

    private Statement ParseSet()
    {
        var position = Position;
        Advance();
        if (Accept(Keyword.Session, Keyword.Characteristics, Keyword.As))
        {
            Expect(Keyword.Transaction);
            return new SetTransactionStatement(ParseTransactionMode()) { IsSession = true, Position = position };
        }

        if (Is(Keyword.Transaction) && PeekKeyword(1) is Keyword.Isolation or Keyword.Read or Keyword.Deferrable or Keyword.Not)
        {
            Advance();
            return new SetTransactionStatement(ParseTransactionMode()) { Position = position };
        }

        var isLocal = Is(Keyword.Local) && IsLabel(Peek(1)) && Accept(Keyword.Local);
        if (!isLocal && Is(Keyword.Session) && IsLabel(Peek(1)) && PeekKeyword(1) != Keyword.To)
        {
            Advance();
            if (Accept(Keyword.Authorization))
            {
                return ParseSetSessionAuthorization(isLocal: false, position);
            }
        }

        if (Accept(Keyword.Session, Keyword.Authorization))
        {
            return ParseSetSessionAuthorization(isLocal, position);
        }

        if (Accept(Keyword.Time, Keyword.Zone))
        {
            return new SetStatement("timezone", ParseTimeZone()) { IsLocal = isLocal, Position = position };
        }

        // Two more names without TO.
        string name;
        if (Is(Keyword.Names) && IsString(Peek(1)))
        {
            Advance();
            name = "client_encoding";
        }
        else
        {
            name = ParseSettingName();
            if (!Accept(Keyword.To) && !AcceptOperator("="))
            {
                throw SyntaxError();
            }
        }

        var values = Accept(Keyword.Default) ? [] : ParseList(ParseSettingValue);
        return new SetStatement(name, values) { IsLocal = isLocal, Position = position };
    }

    private SetSessionAuthorizationStatement ParseSetSessionAuthorization(bool isLocal, int position)
    {
        var name = Accept(Keyword.Default) ? null : IsString(Current) ? ParseText() : ParseName();
        return new SetSessionAuthorizationStatement(name) { IsLocal = isLocal, Position = position };
    }

    private List<Expression> ParseTimeZone()
        => Accept(Keyword.Default) || Accept(Keyword.Local) ? []
            : Is(Keyword.Interval) ? [ParsePrimary()]
            : [ParseSettingValue()];

    private string ParseSettingName()
    {
        var parts = new List<string> { Lower(ParseLabel()) };
        while (Accept('.'))
        {
            parts.Add(Lower(ParseLabel()));
        }

        return string.Join('.', parts);
    }

    private Expression ParseSettingValue()
    {
        var position = Position;
        if (IsString(Current))
        {
            return ParseStringLiteral();
        }

        if (Current.Kind is SqlTokenKind.Number or SqlTokenKind.Operator)
        {
            var sign = AcceptOperator("-") ? "-" : null;
            if (sign is null)
            {
                AcceptOperator("+");
            }

            var number = ParseNumericLiteral();
            return sign is null ? number : new UnaryExpression(sign, number) { Position = position };
        }

        return new StringLiteral(ParseLabel()) { Position = position };
    }

    private ResetStatement ParseReset()
    {
        var position = Position;
        Advance();
        return new ResetStatement(ParseSettingNameOrAll()) { Position = position };
    }

    private string? ParseSettingNameOrAll()
        => Accept(Keyword.All) ? null
            : Accept(Keyword.Time, Keyword.Zone) ? "timezone"
            : Accept(Keyword.Transaction, Keyword.Isolation, Keyword.Level) ? "transaction_isolation"
            : Accept(Keyword.Session, Keyword.Authorization) ? "session_authorization"
            : ParseSettingName();

    // https://docs.aws.amazon.com/redshift/latest/dg/r_SHOW.html
    private Statement ParseShow()
    {
        var position = Position;
        Advance();
        var kind = Current.Keyword switch
        {
            Keyword.Table => "TABLE",
            Keyword.View => "VIEW",
            Keyword.Procedure => "PROCEDURE",
            Keyword.Model => "MODEL",
            Keyword.Databases => "DATABASES",
            Keyword.Datashares => "DATASHARES",
            Keyword.Schemas => "SCHEMAS",
            Keyword.Tables => "TABLES",
            Keyword.Columns => "COLUMNS",
            Keyword.Grants => "GRANTS",
            Keyword.External when PeekKeyword(1) == Keyword.Table => "EXTERNAL TABLE",
            _ => null
        };
        if (kind is null)
        {
            return new ShowStatement(ParseSettingNameOrAll()) { Position = position };
        }

        _index += kind == "EXTERNAL TABLE" ? 2 : 1;
        if (Is(Keyword.From, Keyword.Data, Keyword.Catalog))
        {
            SkipToEnd();
            return new UnsupportedStatement("SHOW DATABASES") { Position = position };
        }

        _ = Accept(Keyword.From) || Accept(Keyword.On) || Accept(Keyword.For) || Accept(Keyword.All);
        if (Current.Keyword is Keyword.Database or Keyword.Schema or Keyword.Table or Keyword.User or Keyword.Role && IsLabel(Peek(1)))
        {
            Advance();
        }

        var name = IsName(Current) ? ParseQualifiedName() : null;
        if (kind == "PROCEDURE" && Is('('))
        {
            SkipParentheses();
        }

        if (kind == "EXTERNAL TABLE")
        {
            Accept(Keyword.Partition);
        }

        return new ShowObjectStatement(kind, name)
        {
            Like = Accept(Keyword.Like) ? ParseStringLiteral() : null,
            Limit = Accept(Keyword.Limit) ? ParseNumericLiteral() : null,
            Position = position
        };
    }

    private DeclareCursorStatement ParseDeclare()
    {
        var position = Position;
        Advance();
        var name = ParseIdentifier();
        var options = new List<string>();
        while (Current.Keyword is Keyword.Binary or Keyword.Insensitive or Keyword.Scroll or Keyword.No)
        {
            options.Add(Is(Keyword.No) ? $"{ParseUpperWord()} {ParseUpperWord()}" : ParseUpperWord());
        }

        Expect(Keyword.Cursor);
        if (Current.Keyword is Keyword.With or Keyword.Without && PeekKeyword(1) == Keyword.Hold)
        {
            options.Add($"{ParseUpperWord()} {ParseUpperWord()}");
        }

        Expect(Keyword.For);
        return new DeclareCursorStatement(name, ParseQuery()) { Options = options, Position = position };
    }

    private FetchStatement ParseFetchStatement()
    {
        var position = Position;
        var isMove = Is(Keyword.Move);
        Advance();
        var (direction, count) = ParseFetchDirection();
        if (!Accept(Keyword.From))
        {
            Accept(Keyword.In);
        }

        return new FetchStatement(ParseIdentifier(), direction, count) { IsMove = isMove, Position = position };
    }

    private (FetchDirection Direction, long? Count) ParseFetchDirection()
    {
        switch (Current.Keyword)
        {
            case Keyword.Next:
                Advance();
                return (FetchDirection.Next, null);
            case Keyword.Prior:
                Advance();
                return (FetchDirection.Prior, null);
            case Keyword.First:
                Advance();
                return (FetchDirection.First, null);
            case Keyword.Last:
                Advance();
                return (FetchDirection.Last, null);
            case Keyword.All:
                Advance();
                return (FetchDirection.All, null);
            case Keyword.Absolute:
                Advance();
                return (FetchDirection.Absolute, ParseSignedInt64());
            case Keyword.Relative:
                Advance();
                return (FetchDirection.Relative, ParseSignedInt64());
            case Keyword.Forward:
                Advance();
                return Accept(Keyword.All) ? (FetchDirection.ForwardAll, null) : (FetchDirection.Forward, ParseOptionalCount());
            case Keyword.Backward:
                Advance();
                return Accept(Keyword.All) ? (FetchDirection.BackwardAll, null) : (FetchDirection.Backward, ParseOptionalCount());
            default:
                var count = ParseOptionalCount();
                return (count is null ? FetchDirection.Next : FetchDirection.Count, count);
        }
    }

    private long? ParseOptionalCount()
        => Current.Kind is SqlTokenKind.Number or SqlTokenKind.Operator && !IsTemporaryName() ? ParseSignedInt64() : null;

    private CloseStatement ParseClose()
    {
        var position = Position;
        Advance();
        return new CloseStatement(Accept(Keyword.All) ? null : ParseIdentifier()) { Position = position };
    }

    private Statement ParsePrepare()
    {
        var position = Position;
        if (Is(Keyword.Prepare, Keyword.Transaction) && IsString(Peek(2)))
        {
            return SkipUnsupported(2);
        }

        Advance();
        var name = ParseIdentifier();
        var types = Is('(') ? ParseParenthesized(ParseTypeName) : [];
        Expect(Keyword.As);
        return new PrepareStatement(name, types, ParseStatement()) { Position = position };
    }

    private ExecuteStatement ParseExecute()
    {
        var position = Position;
        Advance();
        var name = ParseIdentifier();
        return new ExecuteStatement(name, Is('(') ? ParseOptionalExpressionsInParentheses() : []) { Position = position };
    }

    private DeallocateStatement ParseDeallocate()
    {
        var position = Position;
        Advance();
        Accept(Keyword.Prepare);
        return new DeallocateStatement(Accept(Keyword.All) ? null : ParseIdentifier()) { Position = position };
    }

    private ExplainStatement ParseExplain()
    {
        var position = Position;
        Advance();
        var options = new List<string>();
        if (Is('(') && !IsQueryInParentheses())
        {
            options = ParseParenthesized(() => ParseOptionWords());
        }

        var isAnalyze = Accept(Keyword.Analyze) || Accept(Keyword.Analyse);
        var isVerbose = Accept(Keyword.Verbose);
        return new ExplainStatement(ParseStatement()) { IsAnalyze = isAnalyze, IsVerbose = isVerbose, Options = options, Position = position };
    }

    private string ParseOptionWords()
    {
        var words = new List<string>();
        while (Current.Kind == SqlTokenKind.Word)
        {
            words.Add(ParseUpperWord());
        }

        return words.Count > 0 ? string.Join(' ', words) : throw SyntaxError();
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/r_ANALYZE.html
    private AnalyzeStatement ParseAnalyze()
    {
        var position = Position;
        Advance();
        var isCompression = Accept(Keyword.Compression);
        var isVerbose = Accept(Keyword.Verbose);
        var table = IsName(Current) || IsTemporaryName() ? ParseQualifiedName() : null;
        var columns = table is null ? [] : ParseOptionalIdentifiersInParentheses();
        string? option = null;
        if (Is(Keyword.Predicate, Keyword.Columns) || Is(Keyword.All, Keyword.Columns))
        {
            option = $"{ParseUpperWord()} {ParseUpperWord()}";
        }
        else if (Accept(Keyword.Comprows))
        {
            option = string.Create(CultureInfo.InvariantCulture, $"COMPROWS {ParseInt32()}");
        }

        return new AnalyzeStatement(table)
        {
            IsVerbose = isVerbose, IsCompression = isCompression, Columns = columns, Option = option, Position = position
        };
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/r_VACUUM_command.html
    private VacuumStatement ParseVacuum()
    {
        var position = Position;
        Advance();
        VacuumKind? kind = Accept(Keyword.Full) ? VacuumKind.Full
            : Accept(Keyword.Sort, Keyword.Only) ? VacuumKind.SortOnly
            : Accept(Keyword.Delete, Keyword.Only) ? VacuumKind.DeleteOnly
            : Accept(Keyword.Reindex) ? VacuumKind.Reindex
            : Accept(Keyword.Recluster) ? VacuumKind.Recluster
            : null;
        var table = IsName(Current) && !Is(Keyword.Boost) ? ParseQualifiedName() : null;
        NumericLiteral? toPercent = null;
        if (Accept(Keyword.To))
        {
            toPercent = ParseNumericLiteral();
            Expect(Keyword.Percent);
        }

        return new VacuumStatement(kind, table) { ToPercent = toPercent, Boost = Accept(Keyword.Boost), Position = position };
    }

    private CancelStatement ParseCancel()
    {
        var position = Position;
        Advance();
        return new CancelStatement(ParseNumericLiteral(), IsString(Current) ? ParseStringLiteral() : null) { Position = position };
    }
}
