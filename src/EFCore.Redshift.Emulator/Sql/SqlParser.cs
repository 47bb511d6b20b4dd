using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

/// <summary>
///     A recursive-descent parser of Redshift's SQL. What Redshift lacks but clients of PostgreSQL write is parsed too, so that a rule can
///     refuse it by name; everything else that is unknown is a syntax error.
/// </summary>
internal sealed partial class SqlParser
{
    // A nesting that no client writes; it keeps all who walk the tree far from the end of their stack.
    private const int MaxDepth = 1000;

    private readonly string _text;
    private readonly SqlParserOptions _options;
    private readonly SqlToken[] _tokens;
    private readonly bool _hasPositions;
    private readonly bool _hasSurrogates;
    private int _index;
    private int _depth;
    private (int Index, int Pairs) _counted;

    private SqlParser(string text, SqlParserOptions options, bool hasPositions)
    {
        _hasPositions = hasPositions;
        _text = text;
        _options = options;
        _tokens = SqlLexer.Tokenize(text);
        _hasSurrogates = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
    }

    /// <summary>The statements of a text, without the empty ones.</summary>
    /// <exception cref="RedshiftErrorException">The text is not SQL that Redshift knows (42601), or nests too deep (54001).</exception>
    public static IReadOnlyList<Statement> Parse(string text, SqlParserOptions options)
        => new SqlParser(text, options, hasPositions: true).ParseStatements();

    private List<Statement> ParseStatements()
    {
        var statements = new List<Statement>();
        while (true)
        {
            while (Accept(';'))
            {
            }

            if (Current.Kind == SqlTokenKind.End)
            {
                return statements;
            }

            statements.Add(ParseStatement());
            if (Current.Kind != SqlTokenKind.End && !Is(';'))
            {
                throw SyntaxError();
            }
        }
    }

    private ref readonly SqlToken Current => ref _tokens[_index];

    private ref readonly SqlToken Peek(int offset) => ref _tokens[Math.Min(_index + offset, _tokens.Length - 1)];

    private Keyword PeekKeyword(int offset) => Peek(offset).Keyword;

    private ReadOnlySpan<char> TextOf(in SqlToken token) => _text.AsSpan(token.Start, token.End - token.Start);

    /// <summary>Where the current token is, for the node that starts with it.</summary>
    private int Position => PositionOf(Current);

    private int PositionOf(in SqlToken token)
    {
        if (!_hasPositions)
        {
            return 0;
        }

        if (!_hasSurrogates)
        {
            return token.Start + 1;
        }

        // Nodes come nearly in the order of the text, so that counting on from the last one makes the whole linear.
        var (index, pairs) = _counted.Index <= token.Start ? _counted : default;
        pairs += TextPosition.CountPairs(_text.AsSpan(index, token.Start - index));
        _counted = (token.Start, pairs);
        return token.Start - pairs + 1;
    }

    private void Advance()
    {
        if (_index < _tokens.Length - 1)
        {
            _index++;
        }
    }

    private bool Is(Keyword keyword) => Current.Keyword == keyword;

    private bool Is(Keyword first, Keyword second) => Current.Keyword == first && PeekKeyword(1) == second;

    private bool Is(Keyword first, Keyword second, Keyword third) => Is(first, second) && PeekKeyword(2) == third;

    private bool Is(char punctuation) => IsPunctuation(Current, punctuation);

    private bool IsPunctuation(in SqlToken token, char punctuation)
        => token.Kind == SqlTokenKind.Punctuation && _text[token.Start] == punctuation;

    private bool IsOperator(in SqlToken token, ReadOnlySpan<char> text)
        => token.Kind == SqlTokenKind.Operator && TextOf(token).SequenceEqual(text);

    private bool Accept(Keyword keyword)
    {
        if (!Is(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool Accept(Keyword first, Keyword second)
    {
        if (!Is(first, second))
        {
            return false;
        }

        _index += 2;
        return true;
    }

    private bool Accept(Keyword first, Keyword second, Keyword third)
    {
        if (!Is(first, second, third))
        {
            return false;
        }

        _index += 3;
        return true;
    }

    private bool Accept(char punctuation)
    {
        if (!Is(punctuation))
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool AcceptOperator(ReadOnlySpan<char> text)
    {
        if (!IsOperator(Current, text))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Expect(Keyword keyword)
    {
        if (!Accept(keyword))
        {
            throw SyntaxError();
        }
    }

    private void Expect(char punctuation)
    {
        if (!Accept(punctuation))
        {
            throw SyntaxError();
        }
    }

    private List<T> ParseList<T>(Func<T> parse)
    {
        var items = new List<T> { parse() };
        while (Accept(','))
        {
            items.Add(parse());
        }

        return items;
    }

    private List<T> ParseParenthesized<T>(Func<T> parse)
    {
        Expect('(');
        var items = ParseList(parse);
        Expect(')');
        return items;
    }

    /// <summary>Counts one level of nesting; <see cref="Leave" /> ends it. An error ends the whole parse, so nothing needs undoing then.</summary>
    private void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw StackGuard.Exceeded();
        }

        StackGuard.Check();
    }

    private void Leave() => _depth--;

    private RedshiftErrorException SyntaxError() => SyntaxError(Current);

    private RedshiftErrorException SyntaxError(in SqlToken token)
        => new(
            "42601",
            token.Kind == SqlTokenKind.End ? "syntax error at end of input" : $"syntax error at or near \"{TextOf(token)}\"",
            position: PositionOf(token));

    private RedshiftErrorException Error(string sqlState, string message, in SqlToken token)
        => new(sqlState, message, position: PositionOf(token));
}
