using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlParser
{
    private bool _inConnectBy;
    private bool _isRestricted;

    private Expression ParseExpression()
    {
        var isRestricted = _isRestricted;
        _isRestricted = false;
        var expression = ParseExpression(OperatorPrecedence.Or);
        _isRestricted = isRestricted;
        return expression;
    }

    /// <summary>
    ///     An expression of operators alone, where AND, IN, NOT or COLLATE after it mean something else: in BETWEEN, POSITION and DEFAULT.
    ///     What is left out is taken in parentheses.
    /// </summary>
    private Expression ParseRestrictedExpression()
    {
        var isRestricted = _isRestricted;
        _isRestricted = true;
        var expression = ParseExpression(OperatorPrecedence.Other);
        _isRestricted = isRestricted;
        return expression;
    }

    /// <summary>Parses an expression up to the first operator that binds more loosely than <paramref name="minimum" />.</summary>
    private Expression ParseExpression(OperatorPrecedence minimum)
    {
        Enter();
        var left = ParsePrefix();
        while (true)
        {
            var precedence = InfixPrecedence(out var isNegated);
            if (precedence < minimum || precedence == OperatorPrecedence.None)
            {
                Leave();
                return left;
            }

            left = ParseInfix(left, precedence, isNegated);
            if (!Chains(precedence) && InfixPrecedence(out _) == precedence)
            {
                throw SyntaxError();
            }
        }
    }

    private static bool Chains(OperatorPrecedence precedence)
        => precedence is not (OperatorPrecedence.Order or OperatorPrecedence.Like or OperatorPrecedence.Overlaps or OperatorPrecedence.Between
            or OperatorPrecedence.In);

    private OperatorPrecedence InfixPrecedence(out bool isNegated)
    {
        isNegated = false;
        var token = Current;
        if (token.Kind == SqlTokenKind.Operator)
        {
            return TextOf(token) switch
            {
                "=" => OperatorPrecedence.Equality,
                "<" or ">" => OperatorPrecedence.Order,
                "+" or "-" => OperatorPrecedence.Sum,
                "*" or "/" or "%" => OperatorPrecedence.Product,
                "^" => OperatorPrecedence.Power,
                _ => OperatorPrecedence.Other
            };
        }

        if (token.Kind != SqlTokenKind.Word)
        {
            return OperatorPrecedence.None;
        }

        if (token.Keyword == Keyword.Not)
        {
            isNegated = true;
            return PredicatePrecedence(1);
        }

        return token.Keyword switch
        {
            Keyword.And => OperatorPrecedence.And,
            Keyword.Or => OperatorPrecedence.Or,
            Keyword.Is or Keyword.Isnull or Keyword.Notnull when !_isRestricted => OperatorPrecedence.Is,
            Keyword.Overlaps => OperatorPrecedence.Overlaps,
            Keyword.Collate when !_isRestricted => OperatorPrecedence.Collate,
            Keyword.At when !_isRestricted && Is(Keyword.At, Keyword.Time, Keyword.Zone) => OperatorPrecedence.AtTimeZone,
            Keyword.Operator when IsPunctuation(Peek(1), '(') => OperatorPrecedence.Other,
            _ => PredicatePrecedence(0)
        };
    }

    private OperatorPrecedence PredicatePrecedence(int offset)
        => PeekKeyword(offset) switch
        {
            Keyword.In => OperatorPrecedence.In,
            Keyword.Like or Keyword.Ilike => OperatorPrecedence.Like,
            Keyword.Similar when PeekKeyword(offset + 1) == Keyword.To => OperatorPrecedence.Like,
            Keyword.Between => OperatorPrecedence.Between,
            _ => OperatorPrecedence.None
        };

    private Expression ParseInfix(Expression left, OperatorPrecedence precedence, bool isNegated)
    {
        if (isNegated)
        {
            Advance();
        }

        switch (precedence)
        {
            case OperatorPrecedence.Or:
                return ParseLogical(left, LogicalOperator.Or, Keyword.Or, OperatorPrecedence.And);
            case OperatorPrecedence.And:
                return ParseLogical(left, LogicalOperator.And, Keyword.And, OperatorPrecedence.Not);
            case OperatorPrecedence.In:
                Advance();
                return ParseIn(left, isNegated);
            case OperatorPrecedence.Like:
                return ParseMatch(left, isNegated);
            case OperatorPrecedence.Between:
                return ParseBetween(left, isNegated);
            case OperatorPrecedence.Is:
                return ParseIs(left);
            case OperatorPrecedence.Collate:
                Advance();
                return new CollateExpression(left, ParseQualifiedName()) { Position = left.Position };
            case OperatorPrecedence.AtTimeZone:
                _index += 3;
                return new AtTimeZoneExpression(left, ParseExpression(OperatorPrecedence.Collate)) { Position = left.Position };
            default:
                return ParseBinary(left, precedence);
        }
    }

    private LogicalExpression ParseLogical(Expression left, LogicalOperator kind, Keyword keyword, OperatorPrecedence next)
    {
        var operands = new List<Expression> { left };
        while (Accept(keyword))
        {
            operands.Add(ParseExpression(next));
        }

        return new LogicalExpression(kind, operands) { Position = left.Position };
    }

    private Expression ParseBinary(Expression left, OperatorPrecedence precedence)
    {
        var name = ParseOperator();
        if (Current.Keyword is Keyword.Any or Keyword.Some or Keyword.All && IsPunctuation(Peek(1), '('))
        {
            return ParseQuantified(left, name);
        }

        // From right to left for =, else from left to right.
        var right = ParseExpression(precedence == OperatorPrecedence.Equality ? precedence : precedence + 1);
        return new BinaryExpression(left, name, right) { Position = left.Position };
    }

    private string ParseOperator()
    {
        // psql writes OPERATOR(pg_catalog.~).
        if (Accept(Keyword.Operator))
        {
            Expect('(');
            while (IsLabel(Current))
            {
                Advance();
                Expect('.');
            }

            var qualified = ParseOperator();
            Expect(')');
            return qualified;
        }

        if (Accept(Keyword.Overlaps))
        {
            return "OVERLAPS";
        }

        if (Current.Kind != SqlTokenKind.Operator)
        {
            throw SyntaxError();
        }

        var text = OperatorName(TextOf(Current));
        Advance();
        return text;
    }

    private static string OperatorName(ReadOnlySpan<char> text)
        => text switch
        {
            "=" => "=",
            "<>" or "!=" => "<>",
            "<" => "<",
            ">" => ">",
            "<=" => "<=",
            ">=" => ">=",
            "+" => "+",
            "-" => "-",
            "*" => "*",
            "/" => "/",
            "||" => "||",
            _ => text.ToString()
        };

    private Expression ParseQuantified(Expression left, string name)
    {
        var quantifier = Current.Keyword switch
        {
            Keyword.Any => Quantifier.Any,
            Keyword.Some => Quantifier.Some,
            _ => Quantifier.All
        };
        Advance();
        if (IsQueryInParentheses())
        {
            return new QuantifiedQueryExpression(left, name, quantifier, ParseQueryInParentheses()) { Position = left.Position };
        }

        Expect('(');
        var array = ParseExpression();
        Expect(')');
        return new QuantifiedArrayExpression(left, name, quantifier, array) { Position = left.Position };
    }

    private Expression ParseIn(Expression left, bool isNegated)
        => IsQueryInParentheses()
            ? new InQueryExpression(left, ParseQueryInParentheses(), isNegated) { Position = left.Position }
            : new InListExpression(left, ParseParenthesized(ParseExpression), isNegated) { Position = left.Position };

    private MatchExpression ParseMatch(Expression left, bool isNegated)
    {
        var kind = Current.Keyword switch
        {
            Keyword.Like => MatchOperator.Like,
            Keyword.Ilike => MatchOperator.ILike,
            _ => MatchOperator.SimilarTo
        };
        _index += kind == MatchOperator.SimilarTo ? 2 : 1;
        var pattern = ParseExpression(OperatorPrecedence.Escape);
        var escape = Accept(Keyword.Escape) ? ParseExpression(OperatorPrecedence.Overlaps) : null;
        return new MatchExpression(left, kind, pattern, escape, isNegated) { Position = left.Position };
    }

    private BetweenExpression ParseBetween(Expression left, bool isNegated)
    {
        Advance();
        var isSymmetric = Accept(Keyword.Symmetric);
        if (!isSymmetric)
        {
            Accept(Keyword.Asymmetric);
        }

        var low = ParseRestrictedExpression();
        Expect(Keyword.And);
        var high = ParseExpression(OperatorPrecedence.In);
        return new BetweenExpression(left, low, high, isNegated, isSymmetric) { Position = left.Position };
    }

    private Expression ParseIs(Expression left)
    {
        if (Current.Keyword is Keyword.Isnull or Keyword.Notnull)
        {
            var isNotNull = Is(Keyword.Notnull);
            Advance();
            return new IsExpression(left, IsTest.Null, isNotNull) { Position = left.Position };
        }

        Advance();
        var isNegated = Accept(Keyword.Not);
        if (Accept(Keyword.Distinct, Keyword.From))
        {
            return new DistinctFromExpression(left, ParseExpression(OperatorPrecedence.Sum), isNegated) { Position = left.Position };
        }

        var test = Current.Keyword switch
        {
            Keyword.Null => IsTest.Null,
            Keyword.True => IsTest.True,
            Keyword.False => IsTest.False,
            Keyword.Unknown => IsTest.Unknown,
            _ => throw SyntaxError()
        };
        Advance();
        return new IsExpression(left, test, isNegated) { Position = left.Position };
    }

    private Expression ParsePrefix()
    {
        var position = Position;
        if (Accept(Keyword.Not))
        {
            return new NotExpression(ParseExpression(OperatorPrecedence.Not)) { Position = position };
        }

        if (_inConnectBy && Is(Keyword.Prior) && (IsName(Peek(1)) || IsPunctuation(Peek(1), '(')))
        {
            Advance();
            return new PriorExpression(ParseExpression(OperatorPrecedence.Sign)) { Position = position };
        }

        if (Current.Kind != SqlTokenKind.Operator || IsTemporaryName())
        {
            return ParsePrimaryWithSuffixes();
        }

        var (name, precedence) = TextOf(Current) switch
        {
            "-" => ("-", OperatorPrecedence.Sign),
            "+" => ("+", OperatorPrecedence.Sign),
            "|/" => ("|/", OperatorPrecedence.AtTimeZone),
            "||/" => ("||/", OperatorPrecedence.AtTimeZone),
            "@" => ("@", OperatorPrecedence.AbsoluteValue),
            "~" => ("~", OperatorPrecedence.Is),
            _ => throw SyntaxError()
        };
        Advance();
        return new UnaryExpression(name, ParseExpression(precedence)) { Position = position };
    }

    private Expression ParsePrimaryWithSuffixes()
    {
        var position = Position;
        var isParenthesized = Is('(');
        var result = ParsePrimary();
        while (true)
        {
            if (Current.Kind == SqlTokenKind.DoubleColon)
            {
                Advance();
                result = new CastExpression(result, ParseTypeName(), CastSyntax.DoubleColon) { Position = position };
            }
            else if (Is('['))
            {
                result = ParseSubscript(result, position);
            }
            else if (Is('.') && IsLabel(Peek(1)) && (isParenthesized || result is not ColumnReference))
            {
                Advance();
                result = new FieldAccess(result, ParseLabel()) { Position = position };
            }
            else if (result is ColumnReference && IsOuterJoinMark())
            {
                _index += 3;
                result = new OuterJoinMark(result) { Position = position };
            }
            else
            {
                return result;
            }
        }
    }

    private bool IsOuterJoinMark() => Is('(') && IsOperator(Peek(1), "+") && IsPunctuation(Peek(2), ')');

    private Expression ParseSubscript(Expression operand, int position)
    {
        Expect('[');
        var from = Current.Kind == SqlTokenKind.Colon ? null : ParseExpression();
        if (from is not null && Accept(']'))
        {
            return new Subscript(operand, from) { Position = position };
        }

        if (Current.Kind != SqlTokenKind.Colon)
        {
            throw SyntaxError();
        }

        Advance();
        var to = Is(']') ? null : ParseExpression();
        Expect(']');
        return new Slice(operand, from, to) { Position = position };
    }

    private Expression ParsePrimary()
    {
        var position = Position;
        switch (Current.Kind)
        {
            case SqlTokenKind.Number:
                return ParseNumericLiteral();
            case >= SqlTokenKind.String and <= SqlTokenKind.DollarString:
                return ParseStringLiteral();
            case SqlTokenKind.Parameter:
                return ParseParameter();
            case SqlTokenKind.Punctuation when Is('('):
                return ParseParentheses();
            case SqlTokenKind.QuotedIdentifier:
                return TryParseTypedLiteral() ?? ParseNamed();
            case SqlTokenKind.Operator:
                return ParseNamed();
            case not SqlTokenKind.Word:
                throw SyntaxError();
        }

        switch (Current.Keyword)
        {
            case Keyword.Null:
                Advance();
                return new NullLiteral { Position = position };
            case Keyword.True or Keyword.False:
                var value = Is(Keyword.True);
                Advance();
                return new BooleanLiteral(value) { Position = position };
            case Keyword.Case:
                return ParseCase();
            case Keyword.Exists when IsPunctuation(Peek(1), '('):
                Advance();
                return new ExistsExpression(ParseQueryInParentheses()) { Position = position };
            case Keyword.Cast or Keyword.TryCast when IsPunctuation(Peek(1), '('):
                return ParseCast();
            case Keyword.Convert when IsPunctuation(Peek(1), '('):
                return ParseConvert();
            case Keyword.Extract when IsPunctuation(Peek(1), '('):
                return ParseExtract();
            case Keyword.Trim when IsPunctuation(Peek(1), '('):
                return ParseTrim();
            case Keyword.Substring when IsPunctuation(Peek(1), '('):
                return ParseSubstring();
            case Keyword.Position when IsPunctuation(Peek(1), '('):
                return ParsePosition();
            case Keyword.Overlay when IsPunctuation(Peek(1), '('):
                return ParseOverlay();
            case Keyword.Array when IsPunctuation(Peek(1), '[') || IsPunctuation(Peek(1), '('):
                return ParseArray();
            case Keyword.Row when IsPunctuation(Peek(1), '('):
                Advance();
                return new RowExpression(ParseOptionalExpressionsInParentheses(), HasKeyword: true) { Position = position };
            case Keyword.Interval when IsString(Peek(1)):
                Advance();
                return new IntervalLiteral(ParseStringLiteral(), ParseIntervalQualifier()) { Position = position };
            case Keyword.Sysdate or Keyword.CurrentDate or Keyword.CurrentUser or Keyword.CurrentUserId or Keyword.SessionUser or Keyword.User:
                return new KeywordFunction(ParseLabel()) { Position = position };
            case Keyword.CurrentTime or Keyword.CurrentTimestamp or Keyword.Localtime or Keyword.Localtimestamp:
                return new KeywordFunction(ParseLabel(), Is('(') ? ParseParenthesized(ParseInt32)[0] : null) { Position = position };
            case Keyword.Approximate when IsName(Peek(1)) && IsPunctuation(Peek(2), '('):
                Advance();
                return (FunctionCall)ParseNamed() with { IsApproximate = true, Position = position };
        }

        return TryParseTypedLiteral() ?? ParseNamed();
    }

    /// <summary>A type's name and a literal; the parser goes back when it is something else that starts like a type.</summary>
    private TypedLiteral? TryParseTypedLiteral()
    {
        var isLongType = Current.Keyword is Keyword.Timestamp or Keyword.Time or Keyword.Double or Keyword.Character or Keyword.Char or Keyword.Nchar
            or Keyword.National or Keyword.Binary or Keyword.Bit or Keyword.Varchar or Keyword.Numeric or Keyword.Decimal or Keyword.Timestamptz
            or Keyword.Timetz;
        if (!(isLongType || (IsName(Current) && Peek(1).Kind == SqlTokenKind.String)))
        {
            return null;
        }

        var start = _index;
        var position = Position;
        TypeName? type = null;
        try
        {
            type = ParseTypeName();
        }
        catch (RedshiftErrorException) when (isLongType)
        {
            // A function or a column of that name.
        }

        if (type is not null && Current.Kind == SqlTokenKind.String)
        {
            return new TypedLiteral(type, ParseStringLiteral()) { Position = position };
        }

        _index = start;
        return null;
    }

    private Expression ParseParentheses()
    {
        var position = Position;
        if (IsQueryInParentheses())
        {
            return new ScalarSubquery(ParseQueryInParentheses()) { Position = position };
        }

        var items = ParseParenthesized(ParseExpression);
        return items.Count == 1 ? items[0] : new RowExpression(items, HasKeyword: false) { Position = position };
    }

    private List<Expression> ParseOptionalExpressionsInParentheses()
    {
        if (!IsPunctuation(Peek(1), ')'))
        {
            return ParseParenthesized(ParseExpression);
        }

        _index += 2;
        return [];
    }

    private CaseExpression ParseCase()
    {
        var position = Position;
        Advance();
        var operand = Is(Keyword.When) ? null : ParseExpression();
        var branches = new List<CaseBranch>();
        do
        {
            var branchPosition = Position;
            Expect(Keyword.When);
            var when = ParseExpression();
            Expect(Keyword.Then);
            branches.Add(new CaseBranch(when, ParseExpression()) { Position = branchPosition });
        }
        while (Is(Keyword.When));

        var otherwise = Accept(Keyword.Else) ? ParseExpression() : null;
        Expect(Keyword.End);
        return new CaseExpression(operand, branches, otherwise) { Position = position };
    }

    private CastExpression ParseCast()
    {
        var position = Position;
        var syntax = Is(Keyword.TryCast) ? CastSyntax.TryCast : CastSyntax.Cast;
        Advance();
        Expect('(');
        var operand = ParseExpression();
        Expect(Keyword.As);
        var type = ParseTypeName();
        Expect(')');
        return new CastExpression(operand, type, syntax) { Position = position };
    }

    private CastExpression ParseConvert()
    {
        var position = Position;
        Advance();
        Expect('(');
        var type = ParseTypeName();
        Expect(',');
        var operand = ParseExpression();
        Expect(')');
        return new CastExpression(operand, type, CastSyntax.Convert) { Position = position };
    }

    private ExtractExpression ParseExtract()
    {
        var position = Position;
        Advance();
        Expect('(');
        var field = Current.Kind == SqlTokenKind.String ? Lower(ParseText()) : ParseLabel();
        Expect(Keyword.From);
        var source = ParseExpression();
        Expect(')');
        return new ExtractExpression(field, source) { Position = position };
    }

    private Expression ParseTrim()
    {
        var position = Position;
        var name = new QualifiedName("trim") { Position = position };
        Advance();
        Expect('(');
        TrimSide? side = Current.Keyword switch
        {
            Keyword.Both => TrimSide.Both,
            Keyword.Leading => TrimSide.Leading,
            Keyword.Trailing => TrimSide.Trailing,
            _ => null
        };
        if (side is not null)
        {
            Advance();
        }

        Expression? characters = null;
        Expression source;
        if (Accept(Keyword.From))
        {
            source = ParseExpression();
        }
        else
        {
            source = ParseExpression();
            if (Accept(Keyword.From))
            {
                characters = source;
                source = ParseExpression();
            }
            else if (side is null && Accept(','))
            {
                var arguments = ParseList(ParseExpression);
                Expect(')');
                return new FunctionCall(name, [source, .. arguments]) { Position = position };
            }
        }

        Expect(')');
        return new TrimExpression(side, characters, source) { Position = position };
    }

    private Expression ParseSubstring()
    {
        var position = Position;
        var name = new QualifiedName("substring") { Position = position };
        Advance();
        Expect('(');
        var source = ParseExpression();
        if (Current.Keyword is not (Keyword.From or Keyword.For))
        {
            var arguments = new List<Expression> { source };
            while (Accept(','))
            {
                arguments.Add(ParseExpression());
            }

            Expect(')');
            return new FunctionCall(name, arguments) { Position = position };
        }

        var length = Accept(Keyword.For) ? ParseExpression() : null;
        var start = Accept(Keyword.From) ? ParseExpression() : null;
        if (length is null && Accept(Keyword.For))
        {
            length = ParseExpression();
        }

        Expect(')');
        return new SubstringExpression(source, start, length) { Position = position };
    }

    private PositionExpression ParsePosition()
    {
        var position = Position;
        Advance();
        Expect('(');
        var substring = ParseRestrictedExpression();
        Expect(Keyword.In);
        var source = ParseRestrictedExpression();
        Expect(')');
        return new PositionExpression(substring, source) { Position = position };
    }

    private OverlayExpression ParseOverlay()
    {
        var position = Position;
        Advance();
        Expect('(');
        var source = ParseExpression();
        Expect(Keyword.Placing);
        var replacement = ParseExpression();
        Expect(Keyword.From);
        var start = ParseExpression();
        var length = Accept(Keyword.For) ? ParseExpression() : null;
        Expect(')');
        return new OverlayExpression(source, replacement, start, length) { Position = position };
    }

    private Expression ParseArray()
    {
        var position = Position;
        if (IsPunctuation(Peek(1), '['))
        {
            Advance();
            return ParseArrayItems(position);
        }

        Advance();
        if (IsQueryInParentheses())
        {
            return new ArrayQueryExpression(ParseQueryInParentheses()) { Position = position };
        }

        // The function that builds a SUPER array.
        // https://docs.aws.amazon.com/redshift/latest/dg/r_array.html
        return new FunctionCall(new QualifiedName("array") { Position = position }, ParseOptionalExpressionsInParentheses()) { Position = position };
    }

    private ArrayExpression ParseArrayItems(int position)
    {
        Enter();
        Expect('[');
        var items = new List<Expression>();
        if (!Is(']'))
        {
            items = ParseList(() => Is('[') ? ParseArrayItems(Position) : ParseExpression());
        }

        Expect(']');
        Leave();
        return new ArrayExpression(items) { Position = position };
    }

    // A column or a call.
    private Expression ParseNamed()
    {
        var position = Position;
        if (!IsTemporaryName() && !IsName(Current) && !IsReservedFunction())
        {
            throw SyntaxError();
        }

        var parts = IsReservedFunction() ? [ParseLabel()] : ParseNameParts();
        return Is('(') && !IsOuterJoinMark()
            ? ParseCall(new QualifiedName(parts) { Position = position })
            : new ColumnReference(parts) { Position = position };
    }

    // Reserved words that name functions.
    private bool IsReservedFunction()
        => Current.Keyword is Keyword.Left or Keyword.Right or Keyword.Unnest or Keyword.Encode or Keyword.Collate && IsPunctuation(Peek(1), '(');

    private FunctionCall ParseCall(QualifiedName name)
    {
        Expect('(');
        SetQuantifier? quantifier = null;
        NullTreatment? nulls = null;
        var isVariadic = false;
        List<Expression> arguments = [];
        List<OrderItem> orderBy = [];
        var isStar = IsOperator(Current, "*") && IsPunctuation(Peek(1), ')');
        if (isStar)
        {
            Advance();
        }
        else if (!Is(')'))
        {
            quantifier = ParseSetQuantifier();
            arguments = ParseList(
                () =>
                {
                    isVariadic |= Accept(Keyword.Variadic);
                    return ParseArgument();
                });
            nulls = ParseNullTreatment();
            orderBy = ParseOptionalOrderBy();
        }

        Expect(')');
        var call = new FunctionCall(name, arguments)
        {
            Position = name.Position,
            IsStar = isStar,
            IsVariadic = isVariadic,
            Quantifier = quantifier,
            Nulls = nulls,
            OrderBy = orderBy
        };
        return ParseCallSuffixes(call);
    }

    private FunctionCall ParseCallSuffixes(FunctionCall call)
    {
        if (Is(Keyword.Within, Keyword.Group))
        {
            _index += 2;
            Expect('(');
            var withinGroup = ParseOptionalOrderBy();
            if (withinGroup.Count == 0)
            {
                throw SyntaxError();
            }

            Expect(')');
            call = call with { WithinGroup = withinGroup };
        }

        if (Is(Keyword.Filter) && IsPunctuation(Peek(1), '('))
        {
            _index += 2;
            Expect(Keyword.Where);
            call = call with { Filter = ParseExpression() };
            Expect(')');
        }

        if (Is(Keyword.Ignore, Keyword.Nulls) || Is(Keyword.Respect, Keyword.Nulls))
        {
            call = call with { Nulls = ParseNullTreatment() };
        }

        if (Is(Keyword.Over) && (IsPunctuation(Peek(1), '(') || IsName(Peek(1))))
        {
            Advance();
            call = call with { Over = ParseWindow() };
        }

        return call;
    }

    private Expression ParseArgument()
    {
        if (IsLabel(Current) && (Peek(1).Kind == SqlTokenKind.Arrow || (Peek(1).Kind == SqlTokenKind.Colon && IsOperator(Peek(2), "="))))
        {
            var position = Position;
            var name = ParseLabel();
            _index += Current.Kind == SqlTokenKind.Arrow ? 1 : 2;
            return new NamedArgument(name, ParseExpression()) { Position = position };
        }

        return ParseExpression();
    }

    private SetQuantifier? ParseSetQuantifier()
        => Accept(Keyword.Distinct) ? SetQuantifier.Distinct : Accept(Keyword.All) ? SetQuantifier.All : null;

    private NullTreatment? ParseNullTreatment()
        => Accept(Keyword.Ignore, Keyword.Nulls) ? NullTreatment.Ignore : Accept(Keyword.Respect, Keyword.Nulls) ? NullTreatment.Respect : null;

    private List<OrderItem> ParseOptionalOrderBy() => Accept(Keyword.Order, Keyword.By) ? ParseList(ParseOrderItem) : [];

    private OrderItem ParseOrderItem()
    {
        var expression = ParseExpression();
        SortDirection? direction =
            Accept(Keyword.Asc) ? SortDirection.Ascending : Accept(Keyword.Desc) ? SortDirection.Descending : null;
        NullOrder? nulls =
            Accept(Keyword.Nulls, Keyword.First) ? NullOrder.First : Accept(Keyword.Nulls, Keyword.Last) ? NullOrder.Last : null;
        return new OrderItem(expression, direction, nulls) { Position = expression.Position };
    }

    private WindowSpecification ParseWindow()
    {
        var position = Position;
        if (!Is('('))
        {
            return new WindowSpecification { WindowName = ParseName(), IsNameOnly = true, Position = position };
        }

        Advance();
        var name = IsName(Current) && Current.Keyword is not (Keyword.Rows or Keyword.Range or Keyword.Groups) ? ParseName() : null;
        var partitionBy = Accept(Keyword.Partition, Keyword.By) ? ParseList(ParseExpression) : [];
        var orderBy = ParseOptionalOrderBy();
        var frame = Is(')') ? null : ParseFrame();
        Expect(')');
        return new WindowSpecification { WindowName = name, PartitionBy = partitionBy, OrderBy = orderBy, Frame = frame, Position = position };
    }

    private WindowFrame ParseFrame()
    {
        var position = Position;
        var unit = Current.Keyword switch
        {
            Keyword.Rows => FrameUnit.Rows,
            Keyword.Range => FrameUnit.Range,
            Keyword.Groups => FrameUnit.Groups,
            _ => throw SyntaxError()
        };
        Advance();
        var isBetween = Accept(Keyword.Between);
        var start = ParseFrameBound();
        FrameBound? end = null;
        if (isBetween)
        {
            Expect(Keyword.And);
            end = ParseFrameBound();
        }

        return new WindowFrame(unit, start, end, Accept(Keyword.Exclude) ? ParseFrameExclusion() : null) { Position = position };
    }

    private FrameBound ParseFrameBound()
    {
        var position = Position;
        if (Accept(Keyword.Unbounded))
        {
            var kind = Is(Keyword.Preceding) ? FrameBoundKind.UnboundedPreceding : FrameBoundKind.UnboundedFollowing;
            return Accept(Keyword.Preceding) || Accept(Keyword.Following) ? new FrameBound(kind) { Position = position } : throw SyntaxError();
        }

        if (Accept(Keyword.Current, Keyword.Row))
        {
            return new FrameBound(FrameBoundKind.CurrentRow) { Position = position };
        }

        var offset = ParseExpression(OperatorPrecedence.Not);
        var direction = Is(Keyword.Preceding) ? FrameBoundKind.Preceding : FrameBoundKind.Following;
        return Accept(Keyword.Preceding) || Accept(Keyword.Following)
            ? new FrameBound(direction, offset) { Position = position }
            : throw SyntaxError();
    }

    private FrameExclusion ParseFrameExclusion()
        => Accept(Keyword.Current, Keyword.Row) ? FrameExclusion.CurrentRow
            : Accept(Keyword.Group) ? FrameExclusion.Group
            : Accept(Keyword.Ties) ? FrameExclusion.Ties
            : Accept(Keyword.No, Keyword.Others) ? FrameExclusion.NoOthers
            : throw SyntaxError();
}
