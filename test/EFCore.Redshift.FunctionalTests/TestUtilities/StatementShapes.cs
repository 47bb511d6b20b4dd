using System.Text;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>
///     The different statements that a test run sent, for a second opinion on their syntax: literals in place of parameters, long lists of
///     rows or literals cut to three, and one statement for all that differ in their literals only.
/// </summary>
internal sealed class StatementShapes
{
    private const int MostKept = 3;

    private readonly HashSet<string> _shapes = new(StringComparer.Ordinal);

    /// <summary>The statement with literals for its parameters, or null where one of its shape was there before.</summary>
    public string? Add(string statement)
    {
        // What sqlfluff does not know at all, and what the test of Npgsql's own provider sends and the server refuses.
        if (statement.StartsWith("SET ", StringComparison.Ordinal)
            || statement.StartsWith("SHOW ", StringComparison.Ordinal)
            || statement.Contains("\nRETURNING ", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            var (shape, text) = Normalize(statement);
            return _shapes.Add(shape) ? text : null;
        }
        catch (RedshiftErrorException)
        {
            // A test of hostile texts may send what is no SQL; the server has refused it.
            return null;
        }
    }

    // In the shape a literal is a question mark, and so is a list of them.
    private static (string Shape, string Text) Normalize(string statement)
    {
        var shape = new StringBuilder();
        var text = new StringBuilder();
        var position = 0;
        var depth = 0;
        var rows = 0;
        var inValues = false;
        var listed = 0;
        var beforeComma = 0;
        foreach (var token in SqlLexer.Tokenize(statement).TakeWhile(token => token.Kind != SqlTokenKind.End))
        {
            var word = statement[token.Start..token.End];
            var isLiteral = token.Kind is SqlTokenKind.Parameter or SqlTokenKind.Number or SqlTokenKind.String;
            if (listed == 0 || !(isLiteral || word == ","))
            {
                shape.Append(isLiteral ? "?" : word).Append(' ');
            }

            if (isLiteral && listed >= MostKept)
            {
                text.Length = beforeComma;
            }
            else
            {
                beforeComma = text.Length;
                text.Append(statement, position, token.Start - position);
                text.Append(token.Kind == SqlTokenKind.Parameter ? "1" : word);
            }

            position = token.End;
            listed = isLiteral ? listed + 1 : word == "," ? listed : 0;

            inValues |= depth == 0 && word.Equals("VALUES", StringComparison.OrdinalIgnoreCase);
            depth += word switch { "(" => 1, ")" => -1, _ => 0 };
            if (inValues && depth == 0 && word == ")" && ++rows == MostKept)
            {
                break;
            }
        }

        return (shape.ToString(), text.ToString());
    }
}
