using System.Globalization;
using System.Text;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlParser
{
    // https://docs.aws.amazon.com/redshift/latest/dg/r_names.html
    private const int MaxIdentifierBytes = 127;

    private Identifier ParseIdentifier()
    {
        var position = Position;
        return new Identifier(ParseName()) { Position = position };
    }

    private List<Identifier> ParseIdentifiersInParentheses() => ParseParenthesized(ParseIdentifier);

    private List<Identifier> ParseOptionalIdentifiersInParentheses() => Is('(') ? ParseIdentifiersInParentheses() : [];

    private QualifiedName ParseQualifiedName()
    {
        var position = Position;
        return new QualifiedName(ParseNameParts()) { Position = position };
    }

    private List<string> ParseNameParts()
    {
        var parts = new List<string>(2) { ParseName() };
        while (Is('.') && IsLabel(Peek(1)))
        {
            Advance();
            parts.Add(ParseLabel());
        }

        return parts;
    }

    /// <summary>A name that is not a reserved word, unless quoted; or the name of a temporary table that starts with <c>#</c>.</summary>
    private string ParseName()
    {
        if (IsTemporaryName())
        {
            Advance();
            return "#" + ParseLabel();
        }

        return IsName(Current) ? ParseLabel() : throw SyntaxError();
    }

    private string ParseLabel()
    {
        if (!IsLabel(Current))
        {
            throw SyntaxError();
        }

        var name = Fold(Current);
        Advance();
        return name;
    }

    private static bool IsName(in SqlToken token)
        => token.Kind == SqlTokenKind.QuotedIdentifier || (token.Kind == SqlTokenKind.Word && !token.Keyword.IsReserved());

    /// <summary>Whether the token is a name where any word is one: after a dot or AS.</summary>
    private static bool IsLabel(in SqlToken token) => token.Kind is SqlTokenKind.QuotedIdentifier or SqlTokenKind.Word;

    private bool IsTemporaryName()
        => IsOperator(Current, "#") && IsLabel(Peek(1)) && Peek(1).Start == Current.End;

    private string Fold(in SqlToken token)
    {
        var name = token.Kind == SqlTokenKind.QuotedIdentifier ? Unquote(token) : Lower(TextOf(token));
        return name.Length * 3 > MaxIdentifierBytes && Encoding.UTF8.GetByteCount(name) > MaxIdentifierBytes ? Cut(name, token) : name;
    }

    private string Unquote(in SqlToken token)
    {
        var content = TextOf(token)[1..^1];
        var name = content.Contains('"') ? content.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : null;
        return _options.CaseSensitiveIdentifiers ? name ?? content.ToString() : Lower(name ?? content);
    }

    private static string Lower(ReadOnlySpan<char> name)
        => name.ContainsAnyInRange('A', 'Z')
            ? string.Create(
                name.Length,
                name,
                static (lower, name) =>
                {
                    for (var i = 0; i < name.Length; i++)
                    {
                        lower[i] = char.IsAsciiLetterUpper(name[i]) ? (char)(name[i] | 0x20) : name[i];
                    }
                })
            : name.ToString();

    private string Cut(string name, in SqlToken token)
    {
        if (_options.RefuseLongIdentifiers)
        {
            throw Error("42622", $"identifier \"{name}\" is longer than {MaxIdentifierBytes} bytes", token);
        }

        var bytes = 0;
        var length = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxIdentifierBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return name[..length];
    }

    /// <summary>The alias of a table after AS or without it.</summary>
    private Identifier? ParseOptionalAlias()
        => Accept(Keyword.As) || IsBareAlias() ? ParseIdentifier() : null;

    // These are not reserved, but start a clause when followed by what the clause goes on with.
    private bool IsBareAlias()
        => IsName(Current)
            && Current.Keyword switch
            {
                Keyword.Fetch => PeekKeyword(1) is not (Keyword.First or Keyword.Next),
                Keyword.Window => !(IsName(Peek(1)) && PeekKeyword(2) == Keyword.As),
                Keyword.Exclude => !IsPunctuation(Peek(1), '(') && !IsName(Peek(1)),
                Keyword.Tablesample => !IsName(Peek(1)),
                Keyword.Lateral => !IsPunctuation(Peek(1), '('),
                Keyword.At => !IsName(Peek(1)),
                Keyword.Set or Keyword.Returning or Keyword.Values => false,
                Keyword.Remove => PeekKeyword(1) != Keyword.Duplicates,
                Keyword.Cluster or Keyword.Within or Keyword.Over or Keyword.Filter => !IsPunctuation(Peek(1), '('),
                _ => true
            };

    private TypeName ParseTypeName()
    {
        var position = Position;
        var type = ParseBareTypeName() with { Position = position };
        var dimensions = 0;
        while (Is('[') && (IsPunctuation(Peek(1), ']') || (Peek(1).Kind == SqlTokenKind.Number && IsPunctuation(Peek(2), ']'))))
        {
            _index += Peek(1).Kind == SqlTokenKind.Number ? 3 : 2;
            dimensions++;
        }

        return dimensions == 0 ? type : type with { ArrayDimensions = dimensions };
    }

    private TypeName ParseBareTypeName()
    {
        switch (Current.Keyword)
        {
            case Keyword.Timestamp:
                Advance();
                return ParseTimeType("timestamp");
            case Keyword.Time:
                Advance();
                return ParseTimeType("time");
            case Keyword.Interval:
                Advance();
                return ParseIntervalType();
            case Keyword.Double:
                Advance();
                Expect(Keyword.Precision);
                return new TypeName("double precision");
            case Keyword.National:
                Advance();
                return Is(Keyword.Char) || Is(Keyword.Character) ? ParseCharacterType() : throw SyntaxError();
            case Keyword.Char or Keyword.Character or Keyword.Nchar:
                return ParseCharacterType();
            case Keyword.Binary when PeekKeyword(1) == Keyword.Varying:
                _index += 2;
                return new TypeName("varbyte") { Modifiers = ParseTypeModifiers() };
            case Keyword.Bit:
                Advance();
                return new TypeName(Accept(Keyword.Varying) ? "bit varying" : "bit") { Modifiers = ParseTypeModifiers() };
        }

        var isQuoted = Current.Kind == SqlTokenKind.QuotedIdentifier;
        var parts = ParseNameParts();
        var modifiers = ParseTypeModifiers();
        if (parts is ["pg_catalog", _])
        {
            parts.RemoveAt(0);
        }

        return parts.Count == 1 && !isQuoted
            ? CanonicalType(parts[0], modifiers)
            : new TypeName(parts[^1]) { Schema = parts.Count > 1 ? parts[^2] : null, Modifiers = modifiers };
    }

    private static TypeName CanonicalType(string name, IReadOnlyList<int> modifiers)
        => name switch
        {
            "int" or "int4" or "integer" => new TypeName("integer"),
            "int2" or "smallint" => new TypeName("smallint"),
            "int8" or "bigint" => new TypeName("bigint"),
            "float4" or "real" => new TypeName("real"),
            "float8" => new TypeName("double precision"),
            "float" => new TypeName(modifiers is [< 25] ? "real" : "double precision"),
            "bool" or "boolean" => new TypeName("boolean"),
            "decimal" or "dec" or "numeric" => new TypeName("numeric") { Modifiers = modifiers },
            "varchar" or "nvarchar" => new TypeName("character varying") { Modifiers = modifiers },
            "datetime" => new TypeName("timestamp without time zone"), // https://docs.aws.amazon.com/redshift/latest/dg/r_CONVERT_function.html
            "timetz" => new TypeName("time with time zone") { Modifiers = modifiers },
            "timestamptz" => new TypeName("timestamp with time zone") { Modifiers = modifiers },
            "varbinary" => new TypeName("varbyte") { Modifiers = modifiers },
            _ => new TypeName(name) { Modifiers = modifiers }
        };

    private TypeName ParseCharacterType()
    {
        Advance();
        return new TypeName(Accept(Keyword.Varying) ? "character varying" : "character") { Modifiers = ParseTypeModifiers() };
    }

    private TypeName ParseTimeType(string name)
    {
        var modifiers = ParseTypeModifiers();
        var zone = "without";
        if (Accept(Keyword.With, Keyword.Time, Keyword.Zone))
        {
            zone = "with";
        }
        else
        {
            Accept(Keyword.Without, Keyword.Time, Keyword.Zone);
        }

        return new TypeName($"{name} {zone} time zone") { Modifiers = modifiers };
    }

    private TypeName ParseIntervalType()
    {
        var modifiers = ParseTypeModifiers();
        return new TypeName("interval") { Modifiers = modifiers, Interval = ParseIntervalQualifier() };
    }

    private IntervalQualifier? ParseIntervalQualifier()
    {
        if (!IsIntervalField(Current))
        {
            return null;
        }

        var position = Position;
        var from = ParseLabel();
        var precision = ParseIntervalPrecision();
        string? to = null;
        if (Is(Keyword.To) && IsIntervalField(Peek(1)))
        {
            Advance();
            to = ParseLabel();
            precision = ParseIntervalPrecision();
        }

        return new IntervalQualifier(from, to, precision) { Position = position };
    }

    private static bool IsIntervalField(in SqlToken token)
        => token.Keyword is Keyword.Year or Keyword.Month or Keyword.Day or Keyword.Hour or Keyword.Minute or Keyword.Second;

    private int? ParseIntervalPrecision() => Is('(') ? ParseTypeModifiers() is [var precision] ? precision : throw SyntaxError() : null;

    private List<int> ParseTypeModifiers()
        => Is('(') ? ParseParenthesized(ParseTypeModifier) : [];

    // varchar(max) is varchar(65535), and varbyte has no MAX.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html
    private int ParseTypeModifier() => Accept(Keyword.Max) ? 65535 : ParseInt32();

    private int ParseInt32()
    {
        if (Current.Kind != SqlTokenKind.Number
            || !int.TryParse(TextOf(Current), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            throw SyntaxError();
        }

        Advance();
        return value;
    }

    private long ParseSignedInt64()
    {
        var isNegative = AcceptOperator("-");
        if (!isNegative)
        {
            AcceptOperator("+");
        }

        if (Current.Kind != SqlTokenKind.Number
            || !long.TryParse(TextOf(Current), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            throw SyntaxError();
        }

        Advance();
        return isNegative ? -value : value;
    }
}
