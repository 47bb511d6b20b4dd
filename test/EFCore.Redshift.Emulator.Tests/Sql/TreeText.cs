using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Tests.Sql;

/// <summary>
///     The whole of a tree as text, found by reflection and not by the printer: all properties of all nodes but positions, and but those
///     differences of spelling that the printer evens out.
/// </summary>
internal static class TreeText
{
    public static string Of(SqlNode node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case StringLiteralKind.DollarQuoted:
                Write(text, StringLiteralKind.Plain);
                break;
            case LogicalExpression logical:
                text.Append(logical.Operator).Append('[');
                WriteOperands(text, logical);
                text.Append(']');
                break;
            case GroupingExpression { Expression: RowExpression row }:
                Write(text, row.Items);
                break;
            case SetOperation operation when operation.Operands[0] is SetOperation first && CanJoin(operation, first):
                Write(text, operation with { Operands = [.. first.Operands, .. operation.Operands.Skip(1)] });
                break;
            case SqlNode node:
                WriteNode(text, node);
                break;
            case string or bool or Enum:
                text.Append('"').Append(value).Append('"');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                {
                    Write(text, item);
                    text.Append(' ');
                }

                text.Append(']');
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }

    private static void WriteNode(StringBuilder text, SqlNode node)
    {
        text.Append(node.GetType().Name).Append('(');
        foreach (var property in node.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.SetMethod is not null
                && property.Name != nameof(SqlNode.Position)
                && !(node is CastExpression { Syntax: not CastSyntax.TryCast } && property.Name == nameof(CastExpression.Syntax)))
            {
                text.Append(property.Name).Append('=');
                Write(text, property.GetValue(node));
                text.Append(';');
            }
        }

        text.Append(')');
    }

    // a AND (b AND c) is printed without its parentheses.
    private static void WriteOperands(StringBuilder text, LogicalExpression logical)
    {
        foreach (var operand in logical.Operands)
        {
            if (operand is LogicalExpression inner && inner.Operator == logical.Operator)
            {
                WriteOperands(text, inner);
            }
            else
            {
                Write(text, operand);
                text.Append(' ');
            }
        }
    }

    // (a UNION b) UNION c is printed without its parentheses.
    private static bool CanJoin(SetOperation operation, SetOperation first)
        => first.Operator == operation.Operator
            && first.IsAll == operation.IsAll
            && first is { With: null, OrderBy.Count: 0, Limit: null, Offset: null, Locking.Count: 0 };
}
