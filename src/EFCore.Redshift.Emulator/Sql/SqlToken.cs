namespace EFCore.Redshift.Emulator.Sql;

internal enum SqlTokenKind : byte
{
    End,

    /// <summary>An unquoted name or a keyword.</summary>
    Word,
    QuotedIdentifier,
    Number,

    /// <summary><c>'…'</c>, with those that continue it on further lines.</summary>
    String,

    /// <summary><c>E'…'</c></summary>
    EscapeString,

    /// <summary><c>U&amp;'…'</c></summary>
    UnicodeString,

    /// <summary><c>B'…'</c></summary>
    BitString,

    /// <summary><c>X'…'</c></summary>
    HexadecimalString,

    /// <summary><c>N'…'</c></summary>
    NationalString,

    /// <summary><c>$tag$…$tag$</c></summary>
    DollarString,

    /// <summary><c>$1</c></summary>
    Parameter,

    /// <summary>One or more operator characters.</summary>
    Operator,

    /// <summary>One of <c>( ) , ; [ ] .</c></summary>
    Punctuation,
    Colon,

    /// <summary><c>::</c></summary>
    DoubleColon,

    /// <summary><c>=&gt;</c></summary>
    Arrow
}

/// <summary>A piece of the text from <paramref name="Start" /> up to <paramref name="End" />; its value is decoded when someone asks for it.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, Keyword Keyword, int Start, int End);
