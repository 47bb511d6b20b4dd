using System.Buffers;
using System.Globalization;
using System.Text;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

/// <summary>
///     Prints a tree as one line of SQL. Literals have <c>'</c> and <c>\</c> doubled, identifiers are quoted, types have their canonical names,
///     and parentheses stand wherever Redshift and PostgreSQL could read the text in two ways.
/// </summary>
internal sealed partial class SqlPrinter
{
    private static readonly SearchValues<char> SimpleName = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly StringBuilder _sql = new();

    private SqlPrinter()
    {
    }

    public static string Print(SqlNode node)
    {
        var printer = new SqlPrinter();
        printer.PrintNode(node);
        return printer._sql.ToString();
    }

    /// <summary>A name in double quotes.</summary>
    public static string QuoteIdentifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A string in single quotes.</summary>
    public static string QuoteLiteral(string value)
        => $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    private void PrintNode(SqlNode node)
    {
        switch (node)
        {
            case Expression expression:
                PrintExpression(expression);
                break;
            case Query query:
                PrintQuery(query);
                break;
            case Statement statement:
                PrintStatement(statement);
                break;
            case TableReference table:
                PrintTable(table);
                break;
            default:
                PrintPart(node);
                break;
        }
    }

    // The nodes that stand only within others.
    private void PrintPart(SqlNode node)
    {
        switch (node)
        {
            case Identifier identifier:
                PrintIdentifier(identifier.Name);
                break;
            case QualifiedName name:
                PrintName(name.Parts);
                break;
            case TypeName type:
                PrintType(type);
                break;
            case SelectItem item:
                PrintSelectItem(item);
                break;
            case OrderItem item:
                PrintOrderItem(item);
                break;
            case GroupingElement element:
                PrintGroupingElement(element);
                break;
            case WindowSpecification window:
                PrintWindow(window);
                break;
            case WindowFrame frame:
                PrintFrame(frame);
                break;
            case WithClause with:
                PrintWith(with);
                break;
            case CommonTableExpression table:
                PrintCommonTableExpression(table);
                break;
            case TableAlias alias:
                PrintTableAlias(alias);
                break;
            case ValuesRow row:
                PrintInParentheses(row.Items);
                break;
            case NamedWindow window:
                PrintIdentifier(window.Name.Name);
                Append(" AS ");
                PrintWindow(window.Specification);
                break;
            case TableElement element:
                PrintTableElement(element);
                break;
            case ColumnAttribute attribute:
                PrintColumnAttribute(attribute);
                break;
            case TableAttribute attribute:
                PrintTableAttribute(attribute);
                break;
            case AlterTableAction action:
                PrintAlterTableAction(action);
                break;
            case Assignment assignment:
                PrintAssignment(assignment);
                break;
            case TransferOption option:
                PrintTransferOption(option);
                break;
            case IntervalQualifier qualifier:
                PrintIntervalQualifier(qualifier);
                break;
            case Privilege privilege:
                PrintPrivilege(privilege);
                break;
            case Grantee grantee:
                PrintGrantee(grantee);
                break;
            default:
                throw new ArgumentException($"A {node} is printed with the node that holds it only.", nameof(node));
        }
    }

    private SqlPrinter Append(string text)
    {
        _sql.Append(text);
        return this;
    }

    private SqlPrinter Append(long number)
    {
        _sql.Append(CultureInfo.InvariantCulture, $"{number}");
        return this;
    }

    private void AppendIf(bool condition, string text)
    {
        if (condition)
        {
            _sql.Append(text);
        }
    }

    private void PrintIdentifier(string name) => _sql.Append('"').Append(name.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');

    private void PrintName(IReadOnlyList<string> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            AppendIf(i > 0, ".");
            PrintIdentifier(parts[i]);
        }
    }

    // A word of the grammar that the parser takes as a name: bare when it can be.
    private void PrintWord(string word)
    {
        if (word.Length > 0 && !word.AsSpan().ContainsAnyExcept(SimpleName) && !char.IsAsciiDigit(word[0]))
        {
            _sql.Append(word);
        }
        else
        {
            PrintIdentifier(word);
        }
    }

    private void PrintText(string value) => _sql.Append(QuoteLiteral(value));

    private void PrintList(IReadOnlyList<SqlNode> nodes, string separator = ", ")
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            AppendIf(i > 0, separator);
            PrintNode(nodes[i]);
        }
    }

    private void PrintInParentheses(IReadOnlyList<SqlNode> nodes)
    {
        Append("(");
        PrintList(nodes);
        Append(")");
    }

    private void PrintOptionalInParentheses(IReadOnlyList<SqlNode> nodes)
    {
        if (nodes.Count > 0)
        {
            Append(" ");
            PrintInParentheses(nodes);
        }
    }

    private void PrintOptional(string keyword, SqlNode? node)
    {
        if (node is not null)
        {
            Append(keyword);
            PrintNode(node);
        }
    }

    private void PrintOptionalList(string keyword, IReadOnlyList<SqlNode> nodes)
    {
        if (nodes.Count > 0)
        {
            Append(keyword);
            PrintList(nodes);
        }
    }

    private void PrintType(TypeName type)
    {
        // The length of a time or a timestamp stands before its zone.
        var (name, rest) = type.Name switch
        {
            "time without time zone" or "time with time zone" => ("time", type.Name[4..]),
            "timestamp without time zone" or "timestamp with time zone" => ("timestamp", type.Name[9..]),
            _ => (type.Name, "")
        };
        if (type.Schema is not null)
        {
            PrintName([type.Schema, type.Name]);
        }
        else if (IsBuiltInType(name))
        {
            Append(name);
        }
        else if (Keywords.Find(name) == Keyword.NoKeyword)
        {
            PrintWord(name);
        }
        else
        {
            PrintIdentifier(name);
        }

        if (type.Modifiers.Count > 0)
        {
            Append("(").Append(string.Join(", ", type.Modifiers)).Append(")");
        }

        Append(rest);
        if (type.Interval is { } interval)
        {
            Append(" ");
            PrintIntervalQualifier(interval);
        }

        for (var i = 0; i < type.ArrayDimensions; i++)
        {
            Append("[]");
        }
    }

    private static bool IsBuiltInType(string name)
        => name is "integer" or "smallint" or "bigint" or "real" or "double precision" or "boolean" or "numeric" or "character"
            or "character varying" or "time" or "timestamp" or "interval" or "bit" or "bit varying" or "date" or "text";

    private void PrintIntervalQualifier(IntervalQualifier qualifier)
    {
        Append(qualifier.From.ToUpperInvariant());
        if (qualifier.To is not null)
        {
            Append(" TO ").Append(qualifier.To.ToUpperInvariant());
        }

        if (qualifier.Precision is { } precision)
        {
            Append(" (").Append(precision).Append(")");
        }
    }
}
