using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Tests.Sql;

public class SqlLexerTest
{
    [Theory]
    [InlineData("a \"b\" 1 'c' $1 + ( :: : =>", "Word:a QuotedIdentifier:\"b\" Number:1 String:'c' Parameter:$1 Operator:+ Punctuation:( DoubleColon::: Colon:: Arrow:=>")]
    [InlineData("1.5 .5 1. 1e10 1.5E-3 1e 1ea 12abc", "Number:1.5 Number:.5 Number:1. Number:1e10 Number:1.5E-3 Number:1 Word:e Number:1 Word:ea Number:12 Word:abc")]
    [InlineData("a.b[1]", "Word:a Punctuation:. Word:b Punctuation:[ Number:1 Punctuation:]")]
    [InlineData("a$b _c étude", "Word:a$b Word:_c Word:étude")]
    [InlineData("a--b\nc/*d/*e*/f*/g", "Word:a Word:c Word:g")]
    [InlineData("a/b*c", "Word:a Operator:/ Word:b Operator:* Word:c")]
    [InlineData("a<>b<=c!=d>=e", "Word:a Operator:<> Word:b Operator:<= Word:c Operator:!= Word:d Operator:>= Word:e")]
    [InlineData("a=-1", "Word:a Operator:= Operator:- Number:1")]
    [InlineData("a*-b", "Word:a Operator:* Operator:- Word:b")]
    [InlineData("a@-b", "Word:a Operator:@- Word:b")]
    [InlineData("a||b|/c", "Word:a Operator:|| Word:b Operator:|/ Word:c")]
    [InlineData("a+--b\nc", "Word:a Operator:+ Word:c")]
    [InlineData("#t=#u", "Operator:# Word:t Operator:= Operator:# Word:u")]
    [InlineData("E'a' b'1' X'f' N'n' u&'u' e 'x'", "EscapeString:E'a' BitString:b'1' HexadecimalString:X'f' NationalString:N'n' UnicodeString:u&'u' Word:e String:'x'")]
    [InlineData("'a''b' 'c\\'d' 'e\\\\'", "String:'a''b' String:'c\\'d' String:'e\\\\'")]
    [InlineData("'a'\n 'b'", "String:'a'\n 'b'")]
    [InlineData("'a' -- c\n 'b'", "String:'a' -- c\n 'b'")]
    [InlineData("'a'\n-- c\n 'b'", "String:'a'\n-- c\n 'b'")]
    [InlineData("'a' 'b'", "String:'a' String:'b'")]
    [InlineData("$$a'b$$ $x$a$$b$x$", "DollarString:$$a'b$$ DollarString:$x$a$$b$x$")]
    [InlineData("\"a\"\"b\"", "QuotedIdentifier:\"a\"\"b\"")]
    [InlineData("", "")]
    [InlineData(" \t\r\n-- nothing", "")]
    public void Text_is_cut_into_tokens(string text, string expected)
    {
        var tokens = SqlLexer.Tokenize(text).TakeWhile(token => token.Kind != SqlTokenKind.End);

        Assert.Equal(expected, string.Join(' ', tokens.Select(token => $"{token.Kind}:{text[token.Start..token.End]}")));
    }

    [Theory]
    [InlineData("select 'abc", "unterminated quoted string at or near \"'abc\"", 8)]
    [InlineData("select 'abc\\'", "unterminated quoted string at or near \"'abc\\'\"", 8)]
    [InlineData("select 'abc\\", "unterminated quoted string at or near \"'abc\\\"", 8)]
    [InlineData("select \"abc", "unterminated quoted identifier at or near \"\"abc\"", 8)]
    [InlineData("select \"\"", "zero-length delimited identifier at or near \"\"\"\"", 8)]
    [InlineData("select /* a /* b */", "unterminated /* comment at or near \"/* a /* b */\"", 8)]
    [InlineData("select $x$abc$$", "unterminated dollar-quoted string at or near \"$x$abc$$\"", 8)]
    [InlineData("select {", "syntax error at or near \"{\"", 8)]
    [InlineData("select $", "syntax error at or near \"$\"", 8)]
    [InlineData("select '😀', {", "syntax error at or near \"{\"", 13)]
    public void Text_that_does_not_end_is_an_error_with_its_position(string text, string message, int position)
    {
        var exception = Assert.Throws<RedshiftErrorException>(() => SqlLexer.Tokenize(text));

        Assert.Equal(("42601", message, position), (exception.SqlState, exception.Message, exception.Position));
    }

    [Theory]
    [InlineData("SELECT", Keyword.Select)]
    [InlineData("current_date", Keyword.CurrentDate)]
    [InlineData("Mostly16", Keyword.Mostly16)]
    [InlineData("none", Keyword.None)]
    [InlineData("no_keyword", Keyword.NoKeyword)]
    [InlineData("selects", Keyword.NoKeyword)]
    [InlineData("ſelect", Keyword.NoKeyword)]
    internal void Words_of_the_grammar_are_known_in_any_case(string word, Keyword expected)
        => Assert.Equal(expected, SqlLexer.Tokenize(word)[0].Keyword);
}
