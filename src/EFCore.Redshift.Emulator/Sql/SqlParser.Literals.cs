using System.Buffers;
using System.Globalization;
using System.Text;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlParser
{
    private static bool IsString(in SqlToken token) => token.Kind is >= SqlTokenKind.String and <= SqlTokenKind.DollarString;

    private StringLiteral ParseStringLiteral()
    {
        var token = Current;
        if (!IsString(token))
        {
            throw SyntaxError();
        }

        Advance();
        var kind = token.Kind switch
        {
            SqlTokenKind.EscapeString => StringLiteralKind.Escape,
            SqlTokenKind.UnicodeString => StringLiteralKind.Unicode,
            SqlTokenKind.BitString => StringLiteralKind.Bit,
            SqlTokenKind.HexadecimalString => StringLiteralKind.Hexadecimal,
            SqlTokenKind.NationalString => StringLiteralKind.National,
            SqlTokenKind.DollarString => StringLiteralKind.DollarQuoted,
            _ => StringLiteralKind.Plain
        };
        return new StringLiteral(Decode(token), kind) { Position = PositionOf(token) };
    }

    /// <summary>The value of a literal in single quotes, where only that is taken: options, paths, passwords.</summary>
    private string ParseText()
    {
        if (Current.Kind != SqlTokenKind.String)
        {
            throw SyntaxError();
        }

        var value = Decode(Current);
        Advance();
        return value;
    }

    private string Decode(in SqlToken token)
    {
        var text = TextOf(token);
        if (token.Kind == SqlTokenKind.DollarString)
        {
            var tag = text[1..].IndexOf('$') + 2;
            return text[tag..^tag].ToString();
        }

        var content = text[(text.IndexOf('\'') + 1)..^1];
        if (!content.ContainsAny('\'', '\\'))
        {
            return content.ToString();
        }

        var escapes = token.Kind is SqlTokenKind.String or SqlTokenKind.EscapeString or SqlTokenKind.NationalString;
        var decoder = new StringDecoder(content, escapes);
        return decoder.Decode() ?? throw Error("22021", "invalid byte sequence for encoding \"UTF8\"", token);
    }

    private NumericLiteral ParseNumericLiteral()
    {
        var position = Position;
        if (Current.Kind != SqlTokenKind.Number)
        {
            throw SyntaxError();
        }

        var text = TextOf(Current).ToString();
        Advance();
        return new NumericLiteral(text) { Position = position };
    }

    private ParameterReference ParseParameter()
    {
        var token = Current;
        Advance();
        return int.TryParse(TextOf(token)[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new ParameterReference(index) { Position = PositionOf(token) }
            : throw Error("42P02", $"there is no parameter {TextOf(token)}", token);
    }

    /// <summary>
    ///     Decodes what stands between quotes: doubled quotes, literals joined over lines and, as in PostgreSQL 8.0, C-like escapes, of which
    ///     octal and hexadecimal ones are bytes of UTF-8.
    /// </summary>
    private ref struct StringDecoder(ReadOnlySpan<char> content, bool hasEscapes)
    {
        private readonly ReadOnlySpan<char> _content = content;
        private readonly StringBuilder _result = new(content.Length);
        private readonly ArrayBufferWriter<byte> _bytes = new();
        private int _position;

        /// <summary>The value, or null when its bytes are no UTF-8.</summary>
        public string? Decode()
        {
            while (_position < _content.Length)
            {
                var c = _content[_position];
                if (c == '\'')
                {
                    SkipQuotes();
                }
                else if (c == '\\' && hasEscapes)
                {
                    _position++;
                    if (!DecodeEscape())
                    {
                        return null;
                    }
                }
                else
                {
                    if (!FlushBytes())
                    {
                        return null;
                    }

                    _result.Append(c);
                    _position++;
                }
            }

            return FlushBytes() ? _result.ToString() : null;
        }

        // A doubled quote, or the end of one literal and the start of the next.
        private void SkipQuotes()
        {
            if (_content[_position + 1] == '\'')
            {
                FlushBytes();
                _result.Append('\'');
                _position += 2;
                return;
            }

            _position++;
            while (_content[_position] != '\'')
            {
                if (_content[_position] == '-')
                {
                    _position += _content[_position..].IndexOfAny('\n', '\r');
                }

                _position++;
            }

            _position++;
        }

        private bool DecodeEscape()
        {
            var c = _content[_position++];
            if (c is >= '0' and <= '7')
            {
                var value = c - '0';
                for (var digits = 1; digits < 3 && _position < _content.Length && _content[_position] is >= '0' and <= '7'; digits++)
                {
                    value = (value * 8) + _content[_position++] - '0';
                }

                return AddByte((byte)value);
            }

            if (c == 'x' && _position < _content.Length && char.IsAsciiHexDigit(_content[_position]))
            {
                var length = _position + 1 < _content.Length && char.IsAsciiHexDigit(_content[_position + 1]) ? 2 : 1;
                var value = byte.Parse(_content.Slice(_position, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                _position += length;
                return AddByte(value);
            }

            if (!FlushBytes())
            {
                return false;
            }

            _result.Append(
                c switch
                {
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    _ => c
                });
            return true;
        }

        private readonly bool AddByte(byte value)
        {
            if (value == 0)
            {
                return false;
            }

            _bytes.GetSpan(1)[0] = value;
            _bytes.Advance(1);
            return true;
        }

        private readonly bool FlushBytes()
        {
            if (_bytes.WrittenCount == 0)
            {
                return true;
            }

            try
            {
                _result.Append(StrictUtf8.GetString(_bytes.WrittenSpan));
            }
            catch (DecoderFallbackException)
            {
                return false;
            }

            _bytes.ResetWrittenCount();
            return true;
        }
    }

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
