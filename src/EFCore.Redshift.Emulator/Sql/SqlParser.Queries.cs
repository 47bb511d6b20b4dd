using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlParser
{
    private static bool IsQueryStart(in SqlToken token) => token.Keyword is Keyword.Select or Keyword.With or Keyword.Values;

    /// <summary>Whether the parenthesis at the current token holds a query, perhaps in further parentheses, and not an expression that starts with one.</summary>
    private bool IsQueryInParentheses() => IsQueryInParentheses(_index);

    private bool IsQueryInParentheses(int index)
    {
        var first = index;
        while (IsPunctuation(_tokens[first], '('))
        {
            first++;
            if (first - index > MaxDepth)
            {
                throw StackGuard.Exceeded();
            }
        }

        var depth = first - index;
        if (depth == 0 || !IsQueryStart(_tokens[first]))
        {
            return false;
        }

        // ((SELECT 1) UNION SELECT 2) is a query, ((SELECT 1) + 2) is none.
        var open = depth;
        for (var i = first; open > 1 && _tokens[i].Kind != SqlTokenKind.End; i++)
        {
            if (IsPunctuation(_tokens[i], '('))
            {
                open++;
            }
            else if (IsPunctuation(_tokens[i], ')'))
            {
                open--;
                if (open < depth)
                {
                    depth = open;
                    if (!IsPunctuation(_tokens[i + 1], ')') && !ContinuesQuery(_tokens[i + 1].Keyword))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private static bool ContinuesQuery(Keyword keyword)
        => keyword is Keyword.Union or Keyword.Except or Keyword.Minus or Keyword.Intersect or Keyword.Order or Keyword.Limit or Keyword.Offset
            or Keyword.Fetch or Keyword.For;

    private Query ParseQueryInParentheses()
    {
        Expect('(');
        var query = ParseQuery();
        Expect(')');
        return query;
    }

    private Query ParseQuery()
    {
        Enter();
        var position = Position;
        var with = ParseOptionalWith();
        var query = ParseQueryTail(ParseUnion());
        if (with is not null)
        {
            query = query.With is null
                ? query with { With = with, Position = position }
                : throw new RedshiftErrorException("42601", "multiple WITH clauses not allowed", position: position);
        }

        Leave();
        return query;
    }

    private WithClause? ParseOptionalWith()
    {
        var position = Position;
        if (!Accept(Keyword.With))
        {
            return null;
        }

        var isRecursive = Accept(Keyword.Recursive);
        return new WithClause(isRecursive, ParseList(ParseCommonTableExpression)) { Position = position };
    }

    private CommonTableExpression ParseCommonTableExpression()
    {
        var position = Position;
        var name = ParseIdentifier();
        var columns = ParseOptionalIdentifiersInParentheses();
        Expect(Keyword.As);
        bool? isMaterialized = Accept(Keyword.Materialized) ? true : Accept(Keyword.Not, Keyword.Materialized) ? false : null;
        Expect('(');
        Statement body = Current.Keyword is Keyword.Insert or Keyword.Update or Keyword.Delete ? ParseStatement() : ParseQuery();
        Expect(')');
        return new CommonTableExpression(name, columns, body) { IsMaterialized = isMaterialized, Position = position };
    }

    private Query ParseUnion()
    {
        var left = ParseIntersect();
        while (Current.Keyword is Keyword.Union or Keyword.Except or Keyword.Minus)
        {
            left = ParseSetOperation(left, Is(Keyword.Union) ? SetOperator.Union : SetOperator.Except, ParseIntersect);
        }

        return left;
    }

    private Query ParseIntersect()
    {
        var left = ParseQueryPrimary();
        while (Is(Keyword.Intersect))
        {
            left = ParseSetOperation(left, SetOperator.Intersect, ParseQueryPrimary);
        }

        return left;
    }

    // Takes all operands that follow with the same operator and the same ALL.
    private SetOperation ParseSetOperation(Query left, SetOperator kind, Func<Query> parseOperand)
    {
        var operands = new List<Query> { left };
        var isAll = PeekKeyword(1) == Keyword.All;
        do
        {
            Advance();
            _ = Accept(Keyword.All) || Accept(Keyword.Distinct);
            operands.Add(parseOperand());
        }
        while (SetOperatorOf(Current.Keyword) == kind && (PeekKeyword(1) == Keyword.All) == isAll);

        return new SetOperation(kind, isAll, operands) { Position = left.Position };
    }

    private static SetOperator? SetOperatorOf(Keyword keyword)
        => keyword switch
        {
            Keyword.Union => SetOperator.Union,
            Keyword.Intersect => SetOperator.Intersect,
            Keyword.Except or Keyword.Minus => SetOperator.Except,
            _ => null
        };

    private Query ParseQueryPrimary()
    {
        if (Is('('))
        {
            return ParseQueryInParentheses();
        }

        var position = Position;
        switch (Current.Keyword)
        {
            case Keyword.Select:
                return ParseSelect();
            case Keyword.Values:
                Advance();
                return new ValuesQuery(ParseList(ParseValuesRow)) { Position = position };
            case Keyword.Table:
                Advance();
                return new TableQuery(ParseQualifiedName()) { Position = position };
            default:
                throw SyntaxError();
        }
    }

    private ValuesRow ParseValuesRow()
    {
        var position = Position;
        return new ValuesRow(ParseParenthesized(ParseValueOrDefault)) { Position = position };
    }

    private Expression ParseValueOrDefault()
    {
        var position = Position;
        return Accept(Keyword.Default) ? new DefaultValue { Position = position } : ParseExpression();
    }

    /// <summary>What follows the body; a query in parentheses may have it within, but then not once more.</summary>
    private Query ParseQueryTail(Query query)
    {
        if (Is(Keyword.Order, Keyword.By))
        {
            RefuseSecond(query.OrderBy.Count > 0, "ORDER BY");
            query = query with { OrderBy = ParseOptionalOrderBy() };
        }

        while (true)
        {
            switch (Current.Keyword)
            {
                case Keyword.Limit:
                    RefuseSecond(query.Limit is not null, "LIMIT");
                    query = ParseLimit(query);
                    break;
                case Keyword.Offset:
                    RefuseSecond(query.Offset is not null, "OFFSET");
                    Advance();
                    query = query with { Offset = ParseExpression() };
                    AcceptRowsBeforeFetch();
                    break;
                case Keyword.Fetch when PeekKeyword(1) is Keyword.First or Keyword.Next:
                    RefuseSecond(query.Limit is not null, "LIMIT");
                    query = query with { Limit = ParseFetch() };
                    break;
                case Keyword.For when PeekKeyword(1) is Keyword.Update or Keyword.Share or Keyword.No or Keyword.Key:
                    query = query with { Locking = [.. query.Locking, ParseLocking()] };
                    break;
                default:
                    return query;
            }
        }
    }

    // OFFSET n ROWS belongs to FETCH, which is refused by name.
    private void AcceptRowsBeforeFetch()
    {
        if (Current.Keyword is Keyword.Row or Keyword.Rows && PeekKeyword(1) == Keyword.Fetch)
        {
            Advance();
        }
    }

    private void RefuseSecond(bool isSecond, string clause)
    {
        if (isSecond)
        {
            throw Error("42601", $"multiple {clause} clauses not allowed", Current);
        }
    }

    private Query ParseLimit(Query query)
    {
        var position = Position;
        Advance();
        var limit = Accept(Keyword.All) ? new LimitClause(null) : new LimitClause(ParseExpression());

        // MySQL's form, of which PostgreSQL says so.
        return Is(',')
            ? throw new RedshiftErrorException(
                "42601", "LIMIT #,# syntax is not supported", hint: "Use separate LIMIT and OFFSET clauses.", position: Position)
            : query with { Limit = limit with { Position = position } };
    }

    private LimitClause ParseFetch()
    {
        var position = Position;
        _index += 2;
        var count = Current.Keyword is Keyword.Row or Keyword.Rows ? null : ParsePrimaryWithSuffixes();
        if (!Accept(Keyword.Row) && !Accept(Keyword.Rows))
        {
            throw SyntaxError();
        }

        var withTies = Accept(Keyword.With, Keyword.Ties);
        if (!withTies)
        {
            Expect(Keyword.Only);
        }

        return new LimitClause(count ?? new NumericLiteral("1"), LimitSyntax.Fetch) { WithTies = withTies, Position = position };
    }

    private LockingClause ParseLocking()
    {
        var position = Position;
        Advance();
        string strength;
        if (Accept(Keyword.Update))
        {
            strength = "UPDATE";
        }
        else if (Accept(Keyword.Share))
        {
            strength = "SHARE";
        }
        else if (Accept(Keyword.Key, Keyword.Share))
        {
            strength = "KEY SHARE";
        }
        else if (Accept(Keyword.No, Keyword.Key, Keyword.Update))
        {
            strength = "NO KEY UPDATE";
        }
        else
        {
            throw SyntaxError();
        }

        var tables = Accept(Keyword.Of) ? ParseList(ParseQualifiedName) : [];
        var wait = Accept(Keyword.Nowait) ? "NOWAIT" : Accept(Keyword.Skip, Keyword.Locked) ? "SKIP LOCKED" : null;
        return new LockingClause(strength, tables) { Wait = wait, Position = position };
    }

    private SelectQuery ParseSelect()
    {
        var position = Position;
        Expect(Keyword.Select);
        var quantifier = ParseSetQuantifier();
        var distinctOn = quantifier == SetQuantifier.Distinct && Accept(Keyword.On) ? ParseParenthesized(ParseExpression) : [];
        var top = Accept(Keyword.Top) ? ParsePrimaryWithSuffixes() : null;
        if (top is not null && quantifier is null)
        {
            quantifier = ParseSetQuantifier();
        }

        var items = ParseList(ParseSelectItem);
        var exclude = Accept(Keyword.Exclude) ? Is('(') ? ParseIdentifiersInParentheses() : ParseList(ParseIdentifier) : [];
        var into = ParseOptionalInto();
        var from = Accept(Keyword.From) ? ParseList(ParseTableReference) : [];
        var where = ParseOptionalWhere();
        var connectBy = ParseOptionalConnectBy();
        var (groupBy, groupByAll) = ParseOptionalGroupBy();
        var having = Accept(Keyword.Having) ? ParseExpression() : null;
        var qualify = Accept(Keyword.Qualify) ? ParseExpression() : null;
        var windows = Accept(Keyword.Window) ? ParseList(ParseNamedWindow) : [];
        return new SelectQuery(items)
        {
            Position = position,
            Quantifier = quantifier,
            DistinctOn = distinctOn,
            Top = top,
            Exclude = exclude,
            Into = into,
            From = from,
            Where = where,
            ConnectBy = connectBy,
            GroupBy = groupBy,
            GroupByAll = groupByAll,
            Having = having,
            Qualify = qualify,
            Windows = windows
        };
    }

    private Expression? ParseOptionalWhere() => Accept(Keyword.Where) ? ParseExpression() : null;

    private SelectItem ParseSelectItem()
    {
        var position = Position;
        if (TryParseStar() is { } qualifier)
        {
            return new SelectStar(qualifier) { Position = position };
        }

        var expression = ParseExpression();
        return new SelectExpression(expression, ParseOptionalLabel()) { Position = position };
    }

    private List<string>? TryParseStar()
    {
        var offset = 0;
        while (IsLabel(Peek(offset)) && IsPunctuation(Peek(offset + 1), '.'))
        {
            offset += 2;
        }

        if (!IsOperator(Peek(offset), "*"))
        {
            return null;
        }

        var qualifier = new List<string>(offset / 2);
        for (; offset > 0; offset -= 2)
        {
            qualifier.Add(ParseName());
            Advance();
        }

        Advance();
        return qualifier;
    }

    /// <summary>The name of a select item: after AS any word, without AS none that is reserved.</summary>
    private Identifier? ParseOptionalLabel()
    {
        var position = Position;
        if (Accept(Keyword.As))
        {
            position = Position;
            return new Identifier(IsTemporaryName() ? ParseName() : ParseLabel()) { Position = position };
        }

        return IsBareAlias() ? new Identifier(ParseLabel()) { Position = position } : null;
    }

    private IntoClause? ParseOptionalInto()
    {
        var position = Position;
        if (!Accept(Keyword.Into))
        {
            return null;
        }

        var persistence = ParsePersistence();
        Accept(Keyword.Table);
        return new IntoClause(ParseQualifiedName(), persistence) { Position = position };
    }

    private TablePersistence ParsePersistence()
    {
        var persistence = Current.Keyword switch
        {
            Keyword.Temp or Keyword.Temporary => TablePersistence.Temporary,
            Keyword.Local when PeekKeyword(1) is Keyword.Temp or Keyword.Temporary => TablePersistence.Temporary,
            Keyword.Global when PeekKeyword(1) is Keyword.Temp or Keyword.Temporary => TablePersistence.GlobalTemporary,
            Keyword.Unlogged => TablePersistence.Unlogged,
            _ => TablePersistence.Permanent
        };
        if (persistence != TablePersistence.Permanent)
        {
            _index += Current.Keyword is Keyword.Local or Keyword.Global ? 2 : 1;
        }

        return persistence;
    }

    private ConnectByClause? ParseOptionalConnectBy()
    {
        var position = Position;
        var startWith = Accept(Keyword.Start, Keyword.With) ? ParseExpression() : null;
        if (!Accept(Keyword.Connect, Keyword.By))
        {
            return startWith is null ? null : throw SyntaxError();
        }

        var noCycle = Accept(Keyword.Nocycle);
        var outer = _inConnectBy;
        _inConnectBy = true;
        var condition = ParseExpression();
        _inConnectBy = outer;
        if (startWith is null && Accept(Keyword.Start, Keyword.With))
        {
            startWith = ParseExpression();
        }

        return new ConnectByClause(startWith, condition, noCycle) { Position = position };
    }

    private (List<GroupingElement> Elements, bool IsAll) ParseOptionalGroupBy()
    {
        if (!Accept(Keyword.Group, Keyword.By))
        {
            return ([], false);
        }

        return Accept(Keyword.All) ? ([], true) : (ParseList(ParseGroupingElement), false);
    }

    private GroupingElement ParseGroupingElement()
    {
        var position = Position;
        if (Accept(Keyword.Grouping, Keyword.Sets))
        {
            return new GroupingSets(GroupingKind.Sets, ParseNestedGroupingElements()) { Position = position };
        }

        if (Current.Keyword is Keyword.Rollup or Keyword.Cube && IsPunctuation(Peek(1), '('))
        {
            var kind = Is(Keyword.Rollup) ? GroupingKind.Rollup : GroupingKind.Cube;
            Advance();
            return new GroupingSets(kind, ParseNestedGroupingElements()) { Position = position };
        }

        if (Is('(') && IsPunctuation(Peek(1), ')'))
        {
            _index += 2;
            return new GroupingTuple([]) { Position = position };
        }

        var expression = ParseExpression();
        return expression is RowExpression { HasKeyword: false } row
            ? new GroupingTuple(row.Items) { Position = position }
            : new GroupingExpression(expression) { Position = position };
    }

    private List<GroupingElement> ParseNestedGroupingElements()
    {
        Enter();
        var elements = ParseParenthesized(ParseGroupingElement);
        Leave();
        return elements;
    }

    private NamedWindow ParseNamedWindow()
    {
        var position = Position;
        var name = ParseIdentifier();
        Expect(Keyword.As);
        return Is('(') ? new NamedWindow(name, ParseWindow()) { Position = position } : throw SyntaxError();
    }
}
