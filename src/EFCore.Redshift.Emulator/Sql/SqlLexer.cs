using System.Buffers;

namespace EFCore.Redshift.Emulator.Sql;

/// <summary>Cuts a text into tokens by the rules of PostgreSQL 8.0, from which Redshift's descend.</summary>
internal ref struct SqlLexer
{
    private static readonly SearchValues<char> IdentifierAscii =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$");

    private static readonly SearchValues<char> OperatorCharacters = SearchValues.Create("~!@#^&|`?+-*/%<>=");

    // An operator may end in + or - only when it holds one of these.
    private static readonly SearchValues<char> NotInStandardOperators = SearchValues.Create("~!@#^&|`?%");

    private static readonly SearchValues<char> StringDelimiters = SearchValues.Create("'\\");

    private readonly ReadOnlySpan<char> _text;
    private int _position;

    private SqlLexer(string text) => _text = text;

    /// <summary>All tokens of a text; the last one is <see cref="SqlTokenKind.End" />.</summary>
    /// <exception cref="RedshiftErrorException">A literal, a quoted identifier or a comment does not end.</exception>
    public static SqlToken[] Tokenize(string text)
    {
        var lexer = new SqlLexer(text);
        var tokens = new SqlToken[Math.Max(16, text.Length / 4)];
        var count = 0;
        SqlToken token;
        do
        {
            token = lexer.Next();
            if (count == tokens.Length)
            {
                Array.Resize(ref tokens, count * 2);
            }

            tokens[count++] = token;
        }
        while (token.Kind != SqlTokenKind.End);

        return tokens;
    }

    private SqlToken Next()
    {
        SkipBlanksAndComments();
        var start = _position;
        if (start >= _text.Length)
        {
            return new SqlToken(SqlTokenKind.End, Keyword.NoKeyword, start, start);
        }

        var c = _text[start];
        switch (c)
        {
            case '\'':
                return StringToken(SqlTokenKind.String, start, escapes: true);
            case '"':
                return QuotedIdentifier(start);
            case '(' or ')' or ',' or ';' or '[' or ']':
                return Token(SqlTokenKind.Punctuation, start, start + 1);
            case '.':
                return char.IsAsciiDigit(Peek(1)) ? Number(start) : Token(SqlTokenKind.Punctuation, start, start + 1);
            case ':':
                return Peek(1) == ':'
                    ? Token(SqlTokenKind.DoubleColon, start, start + 2)
                    : Token(SqlTokenKind.Colon, start, start + 1);
            case '$':
                return Dollar(start);
        }

        if (PrefixedString(c) is (var kind, var prefix))
        {
            _position += prefix;
            return StringToken(kind, start, kind is SqlTokenKind.EscapeString or SqlTokenKind.NationalString);
        }

        if (IsIdentifierStart(c))
        {
            return Word(start);
        }

        if (char.IsAsciiDigit(c))
        {
            return Number(start);
        }

        return OperatorCharacters.Contains(c) ? Operator(start) : throw Error("syntax error", start, start + 1);
    }

    private readonly (SqlTokenKind Kind, int Prefix)? PrefixedString(char c)
        => c switch
        {
            'e' or 'E' when Peek(1) == '\'' => (SqlTokenKind.EscapeString, 1),
            'b' or 'B' when Peek(1) == '\'' => (SqlTokenKind.BitString, 1),
            'x' or 'X' when Peek(1) == '\'' => (SqlTokenKind.HexadecimalString, 1),
            'n' or 'N' when Peek(1) == '\'' => (SqlTokenKind.NationalString, 1),
            'u' or 'U' when Peek(1) == '&' && Peek(2) == '\'' => (SqlTokenKind.UnicodeString, 2),
            _ => null
        };

    private void SkipBlanksAndComments()
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (IsBlank(c))
            {
                _position++;
            }
            else if (c == '-' && Peek(1) == '-')
            {
                SkipLine();
            }
            else if (c == '/' && Peek(1) == '*')
            {
                SkipBlockComment();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipLine()
    {
        var length = _text[_position..].IndexOfAny('\n', '\r');
        _position = length < 0 ? _text.Length : _position + length;
    }

    private void SkipBlockComment()
    {
        var start = _position;
        var depth = 0;
        do
        {
            var length = _text[_position..].IndexOfAny('*', '/');
            if (length < 0 || (_position += length) + 1 >= _text.Length)
            {
                throw Error("unterminated /* comment", start, _text.Length);
            }

            switch (_text[_position], _text[_position + 1])
            {
                case ('/', '*'):
                    depth++;
                    _position += 2;
                    break;
                case ('*', '/'):
                    depth--;
                    _position += 2;
                    break;
                default:
                    _position++;
                    break;
            }
        }
        while (depth > 0);
    }

    private SqlToken Word(int start)
    {
        var end = start + 1;
        while (true)
        {
            var length = _text[end..].IndexOfAnyExcept(IdentifierAscii);
            end = length < 0 ? _text.Length : end + length;
            if (end == _text.Length || _text[end] < 0x80)
            {
                break;
            }

            end++;
        }

        return Token(SqlTokenKind.Word, start, end) with { Keyword = Keywords.Find(_text[start..end]) };
    }

    private SqlToken QuotedIdentifier(int start)
    {
        var end = start + 1;
        while (true)
        {
            var length = _text[end..].IndexOf('"');
            if (length < 0)
            {
                throw Error("unterminated quoted identifier", start, _text.Length);
            }

            end += length + 1;
            if (end == _text.Length || _text[end] != '"')
            {
                break;
            }

            end++;
        }

        return end > start + 2
            ? Token(SqlTokenKind.QuotedIdentifier, start, end)
            : throw Error("zero-length delimited identifier", start, end);
    }

    private SqlToken Number(int start)
    {
        var end = SkipDigits(start);
        if (end < _text.Length && _text[end] == '.')
        {
            end = SkipDigits(end + 1);
        }

        if (end < _text.Length && _text[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < _text.Length && _text[exponent] is '+' or '-')
            {
                exponent++;
            }

            if (exponent < _text.Length && char.IsAsciiDigit(_text[exponent]))
            {
                end = SkipDigits(exponent);
            }
        }

        return Token(SqlTokenKind.Number, start, end);
    }

    private readonly int SkipDigits(int position)
    {
        while (position < _text.Length && char.IsAsciiDigit(_text[position]))
        {
            position++;
        }

        return position;
    }

    private SqlToken Dollar(int start)
    {
        if (char.IsAsciiDigit(Peek(1)))
        {
            return Token(SqlTokenKind.Parameter, start, SkipDigits(start + 1));
        }

        var tagEnd = start + 1;
        while (tagEnd < _text.Length && _text[tagEnd] != '$' && IsIdentifierPart(_text[tagEnd]))
        {
            tagEnd++;
        }

        if (tagEnd >= _text.Length || _text[tagEnd] != '$')
        {
            throw Error("syntax error", start, start + 1);
        }

        var tag = _text[start..(tagEnd + 1)];
        var length = _text[(tagEnd + 1)..].IndexOf(tag);
        return length >= 0
            ? Token(SqlTokenKind.DollarString, start, tagEnd + 1 + length + tag.Length)
            : throw Error("unterminated dollar-quoted string", start, _text.Length);
    }

    // The literal's quote is at the current position, after its prefix.
    private SqlToken StringToken(SqlTokenKind kind, int start, bool escapes)
    {
        var end = SkipQuoted(_position, start, escapes);

        // Literals with nothing but blanks and a line break between them are one.
        while (NextLineQuote(end) is { } quote)
        {
            end = SkipQuoted(quote, start, escapes);
        }

        return Token(kind, start, end);
    }

    private readonly int SkipQuoted(int quote, int start, bool escapes)
    {
        var position = quote + 1;
        while (true)
        {
            var length = _text[position..].IndexOfAny(StringDelimiters);
            position += length;
            if (length < 0 || (_text[position] == '\\' && escapes && position + 1 >= _text.Length))
            {
                throw Error("unterminated quoted string", start, _text.Length);
            }

            if (_text[position] == '\\')
            {
                position += escapes ? 2 : 1;
            }
            else if (position + 1 < _text.Length && _text[position + 1] == '\'')
            {
                position += 2;
            }
            else
            {
                return position + 1;
            }
        }
    }

    private readonly int? NextLineQuote(int position)
    {
        var hasLineBreak = false;
        while (position < _text.Length)
        {
            var c = _text[position];
            if (IsBlank(c))
            {
                hasLineBreak |= c is '\n' or '\r';
                position++;
            }
            else if (c == '-' && position + 1 < _text.Length && _text[position + 1] == '-')
            {
                var length = _text[position..].IndexOfAny('\n', '\r');
                if (length < 0)
                {
                    return null;
                }

                position += length;
            }
            else
            {
                return hasLineBreak && c == '\'' ? position : null;
            }
        }

        return null;
    }

    private SqlToken Operator(int start)
    {
        // Redshift's # also starts the names of temporary tables, and no operator of its has it beside another character.
        if (_text[start] == '#')
        {
            return Token(SqlTokenKind.Operator, start, start + 1);
        }

        var end = start;
        while (end < _text.Length && OperatorCharacters.Contains(_text[end]) && _text[end] != '#' && !StartsComment(end))
        {
            end++;
        }

        var text = _text[start..end];
        if (!text.ContainsAny(NotInStandardOperators))
        {
            while (end > start + 1 && _text[end - 1] is '+' or '-')
            {
                end--;
            }

            if (_text[start..end] is "=>")
            {
                return Token(SqlTokenKind.Arrow, start, end);
            }
        }

        return Token(SqlTokenKind.Operator, start, end);
    }

    private readonly bool StartsComment(int position)
        => position + 1 < _text.Length && (_text[position], _text[position + 1]) is ('-', '-') or ('/', '*');

    private SqlToken Token(SqlTokenKind kind, int start, int end)
    {
        _position = end;
        return new SqlToken(kind, Keyword.NoKeyword, start, end);
    }

    private readonly char Peek(int offset) => _position + offset < _text.Length ? _text[_position + offset] : '\0';

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v';

    public static bool IsIdentifierStart(char c) => char.IsAsciiLetter(c) || c == '_' || c >= 0x80;

    private static bool IsIdentifierPart(char c) => c >= 0x80 || IdentifierAscii.Contains(c);

    private readonly RedshiftErrorException Error(string message, int start, int end)
        => new("42601", $"{message} at or near \"{_text[start..end]}\"", position: TextPosition.Of(_text, start));
}
