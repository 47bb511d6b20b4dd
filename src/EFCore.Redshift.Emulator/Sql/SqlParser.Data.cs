using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlParser
{
    // A query or a statement that changes rows, after its WITH.
    private Statement ParseWithStatement()
    {
        var start = _index;
        var position = Position;
        var with = ParseOptionalWith();
        switch (Current.Keyword)
        {
            case Keyword.Insert:
                return ParseInsert(with, position);
            case Keyword.Update:
                return ParseUpdate(with, position);
            case Keyword.Delete:
                return ParseDelete(with, position);
            case Keyword.Merge:
                return ParseMerge(with, position);
            default:
                _index = start;
                return ParseQuery();
        }
    }

    private InsertStatement ParseInsert(WithClause? with, int position)
    {
        Expect(Keyword.Insert);
        Expect(Keyword.Into);
        var table = ParseQualifiedName();
        var alias = Accept(Keyword.As) ? ParseIdentifier() : null;

        // INSERT INTO t (SELECT …) has no column list.
        var columns = Is('(') && !IsQueryInParentheses() ? ParseIdentifiersInParentheses() : [];
        string? overriding = null;
        if (Accept(Keyword.Overriding))
        {
            overriding = Accept(Keyword.System) ? "SYSTEM" : Accept(Keyword.User) ? "USER" : throw SyntaxError();
            Expect(Keyword.Value);
        }

        var source = Accept(Keyword.Default, Keyword.Values) ? null : ParseQuery();
        return new InsertStatement(table)
        {
            With = with,
            Position = position,
            Alias = alias,
            Columns = columns,
            Overriding = overriding,
            Source = source,
            OnConflict = ParseOptionalOnConflict(),
            Returning = ParseOptionalReturning()
        };
    }

    private OnConflictClause? ParseOptionalOnConflict()
    {
        var position = Position;
        if (!Accept(Keyword.On, Keyword.Conflict))
        {
            return null;
        }

        var target = Is('(') ? ParseParenthesized(ParseExpression) : [];
        var targetWhere = target.Count > 0 ? ParseOptionalWhere() : null;
        var constraint = target.Count == 0 && Accept(Keyword.On, Keyword.Constraint) ? ParseIdentifier() : null;
        Expect(Keyword.Do);
        List<Assignment> assignments = [];
        Expression? where = null;
        if (!Accept(Keyword.Nothing))
        {
            Expect(Keyword.Update);
            Expect(Keyword.Set);
            assignments = ParseList(ParseAssignment);
            where = ParseOptionalWhere();
        }

        return new OnConflictClause(target)
        {
            TargetWhere = targetWhere, Constraint = constraint, Assignments = assignments, Where = where, Position = position
        };
    }

    private ReturningClause? ParseOptionalReturning()
    {
        var position = Position;
        return Accept(Keyword.Returning) ? new ReturningClause(ParseList(ParseSelectItem)) { Position = position } : null;
    }

    private UpdateStatement ParseUpdate(WithClause? with, int position)
    {
        Expect(Keyword.Update);
        var isOnly = Accept(Keyword.Only);
        var table = ParseQualifiedName();
        var alias = ParseOptionalAlias();
        Expect(Keyword.Set);
        return new UpdateStatement(table, ParseList(ParseAssignment))
        {
            With = with,
            Position = position,
            IsOnly = isOnly,
            Alias = alias,
            From = Accept(Keyword.From) ? ParseList(ParseTableReference) : [],
            Where = ParseOptionalWhere(),
            Returning = ParseOptionalReturning()
        };
    }

    private Assignment ParseAssignment()
    {
        var position = Position;
        var targets = Is('(') ? ParseParenthesized(ParseQualifiedName) : [ParseQualifiedName()];
        if (!AcceptOperator("="))
        {
            throw SyntaxError();
        }

        return new Assignment(targets, ParseValueOrDefault()) { Position = position };
    }

    private DeleteStatement ParseDelete(WithClause? with, int position)
    {
        Expect(Keyword.Delete);
        var hasFrom = Accept(Keyword.From);
        var isOnly = Accept(Keyword.Only);
        return new DeleteStatement(ParseQualifiedName())
        {
            With = with,
            Position = position,
            HasFrom = hasFrom,
            IsOnly = isOnly,
            Alias = ParseOptionalAlias(),
            Using = Accept(Keyword.Using) ? ParseList(ParseTableReference) : [],
            Where = ParseOptionalWhere(),
            Returning = ParseOptionalReturning()
        };
    }

    private MergeStatement ParseMerge(WithClause? with, int position)
    {
        Expect(Keyword.Merge);
        Expect(Keyword.Into);
        var target = ParseQualifiedName();
        var alias = ParseOptionalAlias();
        Expect(Keyword.Using);
        var source = ParseTableReference();
        Expect(Keyword.On);
        var merge = new MergeStatement(target, source, ParseExpression()) { With = with, TargetAlias = alias, Position = position };
        if (Accept(Keyword.Remove, Keyword.Duplicates))
        {
            return merge with { RemoveDuplicates = true };
        }

        var branches = new List<MergeBranch>();
        do
        {
            branches.Add(ParseMergeBranch());
        }
        while (Is(Keyword.When));

        return merge with { Branches = branches };
    }

    private MergeBranch ParseMergeBranch()
    {
        var position = Position;
        Expect(Keyword.When);
        var isMatched = !Accept(Keyword.Not);
        Expect(Keyword.Matched);
        var condition = Accept(Keyword.And) ? ParseExpression() : null;
        Expect(Keyword.Then);
        MergeBranch branch;
        if (Accept(Keyword.Update))
        {
            Expect(Keyword.Set);
            branch = new MergeUpdate(isMatched, ParseList(ParseAssignment));
        }
        else if (Accept(Keyword.Delete))
        {
            branch = new MergeDelete(isMatched);
        }
        else if (Accept(Keyword.Do, Keyword.Nothing))
        {
            branch = new MergeDoNothing(isMatched);
        }
        else
        {
            Expect(Keyword.Insert);
            var columns = ParseOptionalIdentifiersInParentheses();
            Expect(Keyword.Values);
            branch = new MergeInsert(isMatched, columns, ParseParenthesized(ParseValueOrDefault));
        }

        return branch with { Condition = condition, Position = position };
    }

    private TruncateStatement ParseTruncate()
    {
        var position = Position;
        Advance();
        Accept(Keyword.Table);
        Accept(Keyword.Only);
        var tables = ParseList(ParseQualifiedName);
        var options = new List<string>();
        if (Accept(Keyword.Restart, Keyword.Identity))
        {
            options.Add("RESTART IDENTITY");
        }
        else if (Accept(Keyword.Continue, Keyword.Identity))
        {
            options.Add("CONTINUE IDENTITY");
        }

        if (ParseOptionalDropBehavior() is { } behavior)
        {
            options.Add(behavior == DropBehavior.Cascade ? "CASCADE" : "RESTRICT");
        }

        return new TruncateStatement(tables) { Options = options, Position = position };
    }

    private LockStatement ParseLock()
    {
        var position = Position;
        Advance();
        Accept(Keyword.Table);
        Accept(Keyword.Only);
        var tables = ParseList(ParseQualifiedName);
        string? mode = null;
        if (Accept(Keyword.In))
        {
            mode = ParseWordsUntil(Keyword.Mode);
            Expect(Keyword.Mode);
        }

        return new LockStatement(tables) { Mode = mode, NoWait = Accept(Keyword.Nowait), Position = position };
    }

    private CallStatement ParseCallStatement()
    {
        var position = Position;
        Advance();
        return new CallStatement(ParseCall(ParseQualifiedName())) { Position = position };
    }

    /// <summary>One or more words in upper case, up to a keyword that is not taken.</summary>
    private string ParseWordsUntil(Keyword end)
    {
        var words = new List<string>();
        while (Current.Kind == SqlTokenKind.Word && !Is(end))
        {
            words.Add(ParseUpperWord());
        }

        return words.Count > 0 ? string.Join(' ', words) : throw SyntaxError();
    }

    private string ParseUpperWord()
    {
        if (Current.Kind != SqlTokenKind.Word)
        {
            throw SyntaxError();
        }

        var word = TextOf(Current).ToString().ToUpperInvariant();
        Advance();
        return word;
    }

    private DropBehavior? ParseOptionalDropBehavior()
        => Accept(Keyword.Cascade) ? DropBehavior.Cascade : Accept(Keyword.Restrict) ? DropBehavior.Restrict : null;
}
