using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlPrinter
{
    /// <summary>
    ///     How tightly a printed expression holds together. Coarser than <see cref="OperatorPrecedence" />: where Redshift's order (PostgreSQL 8.0's)
    ///     and that of later PostgreSQL differ, both sides are on one level here, and so get parentheses.
    /// </summary>
    private enum Binding
    {
        Any,
        Or,
        And,
        Not,
        Comparison,
        Other,
        Sum,
        Product,
        Power,
        AtTimeZone,
        Collate,
        Sign,
        Suffix,
        Primary
    }

    private static Binding BindingOf(Expression expression)
        => expression switch
        {
            LogicalExpression { Operator: LogicalOperator.Or } => Binding.Or,
            LogicalExpression => Binding.And,
            NotExpression => Binding.Not,
            BinaryExpression binary => BindingOf(binary.Operator),
            IsExpression or DistinctFromExpression or BetweenExpression or InListExpression or InQueryExpression or MatchExpression
                or QuantifiedQueryExpression or QuantifiedArrayExpression => Binding.Comparison,
            UnaryExpression { Operator: "-" or "+" } or PriorExpression => Binding.Sign,
            UnaryExpression => Binding.Other,
            AtTimeZoneExpression => Binding.AtTimeZone,
            CollateExpression => Binding.Collate,
            Subscript or Slice or FieldAccess or OuterJoinMark => Binding.Suffix,
            _ => Binding.Primary
        };

    private static Binding BindingOf(string infix)
        => infix switch
        {
            "=" or "<>" or "<" or ">" or "<=" or ">=" or "OVERLAPS" => Binding.Comparison,
            "+" or "-" => Binding.Sum,
            "*" or "/" or "%" => Binding.Product,
            "^" => Binding.Power,
            _ => Binding.Other
        };

    private void PrintExpression(Expression expression) => PrintExpression(expression, Binding.Any);

    private void PrintExpression(Expression expression, Binding minimum)
    {
        StackGuard.Check();
        if (BindingOf(expression) >= minimum)
        {
            PrintBareExpression(expression);
        }
        else
        {
            Append("(");
            PrintBareExpression(expression);
            Append(")");
        }
    }

    // Where the grammar takes nothing but operators: in BETWEEN, POSITION and DEFAULT, after which AND, IN and NOT mean something else.
    private void PrintPlainExpression(Expression expression)
        => PrintExpression(expression, IsPlain(expression) ? Binding.Other : Binding.Suffix);

    private static bool IsPlain(Expression expression)
    {
        StackGuard.Check();
        return expression switch
        {
            UnaryExpression => true,
            BinaryExpression binary => BindingOf(binary) >= Binding.Other && IsPlain(binary.Left) && IsPlain(binary.Right),
            _ => BindingOf(expression) >= Binding.Suffix
        };
    }

    private void PrintBareExpression(Expression expression)
    {
        switch (expression)
        {
            case NullLiteral:
                Append("NULL");
                break;
            case BooleanLiteral boolean:
                Append(boolean.Value ? "TRUE" : "FALSE");
                break;
            case NumericLiteral number:
                Append(number.Text);
                break;
            case StringLiteral text:
                PrintStringLiteral(text);
                break;
            case TypedLiteral literal:
                PrintType(literal.Type);
                Append(" ");
                PrintStringLiteral(literal.Value);
                break;
            case IntervalLiteral interval:
                Append("INTERVAL ");
                PrintStringLiteral(interval.Value);
                PrintOptional(" ", interval.Qualifier);
                break;
            case ParameterReference parameter:
                Append("$").Append(parameter.Index);
                break;
            case ColumnReference column:
                PrintName(column.Parts);
                break;
            case FieldAccess field:
                PrintPathStart(field.Operand);
                Append(".");
                PrintIdentifier(field.Name);
                break;
            case Subscript subscript:
                PrintSubscripted(subscript.Operand);
                Append("[");
                PrintExpression(subscript.Index);
                Append("]");
                break;
            case Slice slice:
                PrintSubscripted(slice.Operand);
                Append("[");
                PrintOptional("", slice.From);
                Append(" : ");
                PrintOptional("", slice.To);
                Append("]");
                break;
            case DefaultValue:
                Append("DEFAULT");
                break;
            case UnaryExpression unary:
                PrintUnary(unary);
                break;
            case BinaryExpression binary:
                PrintBinary(binary);
                break;
            case NotExpression not:
                Append("NOT ");
                PrintExpression(not.Operand, Binding.Not);
                break;
            case LogicalExpression logical:
                PrintLogical(logical);
                break;
            default:
                PrintPredicate(expression);
                break;
        }
    }

    private void PrintPredicate(Expression expression)
    {
        switch (expression)
        {
            case IsExpression test:
                PrintExpression(test.Operand, Binding.Sum);
                Append(test.IsNegated ? " IS NOT " : " IS ");
                Append(test.Test.ToString().ToUpperInvariant());
                break;
            case DistinctFromExpression distinct:
                PrintExpression(distinct.Left, Binding.Sum);
                Append(distinct.IsNegated ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ");
                PrintExpression(distinct.Right, Binding.Sum);
                break;
            case BetweenExpression between:
                PrintExpression(between.Operand, Binding.Other);
                Append(between.IsNegated ? " NOT BETWEEN " : " BETWEEN ");
                AppendIf(between.IsSymmetric, "SYMMETRIC ");
                PrintPlainExpression(between.Low);
                Append(" AND ");
                PrintExpression(between.High, Binding.Other);
                break;
            case InListExpression list:
                PrintExpression(list.Operand, Binding.Other);
                Append(list.IsNegated ? " NOT IN " : " IN ");
                PrintInParentheses(list.Items);
                break;
            case InQueryExpression query:
                PrintExpression(query.Operand, Binding.Other);
                Append(query.IsNegated ? " NOT IN " : " IN ");
                PrintQueryInParentheses(query.Query);
                break;
            case MatchExpression match:
                PrintMatch(match);
                break;
            case QuantifiedQueryExpression quantified:
                PrintExpression(quantified.Left, Binding.Sum);
                PrintQuantifier(quantified.Operator, quantified.Quantifier);
                PrintQueryInParentheses(quantified.Query);
                break;
            case QuantifiedArrayExpression quantified:
                PrintExpression(quantified.Left, Binding.Sum);
                PrintQuantifier(quantified.Operator, quantified.Quantifier);
                PrintInParentheses([quantified.Array]);
                break;
            case ExistsExpression exists:
                Append("EXISTS ");
                PrintQueryInParentheses(exists.Query);
                break;
            case ScalarSubquery subquery:
                PrintQueryInParentheses(subquery.Query);
                break;
            default:
                PrintForm(expression);
                break;
        }
    }

    // What has a syntax of its own.
    private void PrintForm(Expression expression)
    {
        switch (expression)
        {
            case ArrayQueryExpression array:
                Append("ARRAY");
                PrintQueryInParentheses(array.Query);
                break;
            case ArrayExpression array:
                Append("ARRAY[");
                PrintList(array.Items);
                Append("]");
                break;
            case RowExpression row:
                AppendIf(row.HasKeyword || row.Items.Count < 2, "ROW");
                PrintInParentheses(row.Items);
                break;
            case CaseExpression conditional:
                PrintCase(conditional);
                break;
            case CastExpression cast:
                Append(cast.Syntax == CastSyntax.TryCast ? "TRY_CAST(" : "CAST(");
                PrintExpression(cast.Operand);
                Append(" AS ");
                PrintType(cast.Type);
                Append(")");
                break;
            case CollateExpression collate:
                PrintExpression(collate.Operand, Binding.Collate);
                Append(" COLLATE ");
                PrintName(collate.Collation.Parts);
                break;
            case AtTimeZoneExpression zone:
                PrintExpression(zone.Operand, Binding.AtTimeZone);
                Append(" AT TIME ZONE ");
                PrintExpression(zone.Zone, Binding.Collate);
                break;
            case ExtractExpression extract:
                Append("EXTRACT(");
                PrintWord(extract.Field);
                Append(" FROM ");
                PrintExpression(extract.Source);
                Append(")");
                break;
            case TrimExpression trim:
                PrintTrim(trim);
                break;
            case SubstringExpression substring:
                Append("SUBSTRING(");
                PrintExpression(substring.Source);
                PrintOptional(" FROM ", substring.From);
                PrintOptional(" FOR ", substring.For);
                Append(")");
                break;
            case PositionExpression position:
                Append("POSITION(");
                PrintPlainExpression(position.Substring);
                Append(" IN ");
                PrintPlainExpression(position.Source);
                Append(")");
                break;
            case OverlayExpression overlay:
                Append("OVERLAY(");
                PrintExpression(overlay.Source);
                Append(" PLACING ");
                PrintExpression(overlay.Replacement);
                Append(" FROM ");
                PrintExpression(overlay.From);
                PrintOptional(" FOR ", overlay.For);
                Append(")");
                break;
            case KeywordFunction function:
                Append(function.Name.ToUpperInvariant());
                if (function.Precision is { } precision)
                {
                    Append("(").Append(precision).Append(")");
                }

                break;
            case OuterJoinMark mark:
                PrintExpression(mark.Operand, Binding.Suffix);
                Append(" (+)");
                break;
            case PriorExpression prior:
                Append("PRIOR ");
                PrintExpression(prior.Operand, Binding.Suffix);
                break;
            case NamedArgument argument:
                PrintIdentifier(argument.Name);
                Append(" => ");
                PrintExpression(argument.Value);
                break;
            case FunctionCall call:
                PrintCall(call);
                break;
            default:
                throw new ArgumentException($"The printer does not know a {expression}.", nameof(expression));
        }
    }

    private void PrintStringLiteral(StringLiteral literal)
    {
        switch (literal.Kind)
        {
            case StringLiteralKind.Bit or StringLiteralKind.Hexadecimal or StringLiteralKind.Unicode:
                // These have no backslash escapes in front of their quotes.
                Append(literal.Kind switch { StringLiteralKind.Bit => "B'", StringLiteralKind.Hexadecimal => "X'", _ => "U&'" });
                Append(literal.Value.Replace("'", "''", StringComparison.Ordinal)).Append("'");
                break;
            default:
                AppendIf(literal.Kind == StringLiteralKind.Escape, "E");
                AppendIf(literal.Kind == StringLiteralKind.National, "N");
                PrintText(literal.Value);
                break;
        }
    }

    private void PrintPathStart(Expression operand)
        => PrintExpression(operand, operand is Subscript or Slice or FieldAccess ? Binding.Suffix : Binding.Primary + 1);

    private void PrintSubscripted(Expression operand)
        => PrintExpression(operand, operand is ColumnReference or Subscript or Slice or FieldAccess ? Binding.Suffix : Binding.Primary + 1);

    private void PrintUnary(UnaryExpression unary)
    {
        if (unary.Operator is "-" or "+")
        {
            // Two signs in a row would start a comment.
            Append(unary.Operator);
            PrintExpression(unary.Operand, Binding.Suffix);
        }
        else
        {
            Append(unary.Operator).Append(" ");
            PrintExpression(unary.Operand, Binding.Suffix);
        }
    }

    private void PrintBinary(BinaryExpression binary)
    {
        var binding = BindingOf(binary.Operator);
        var (left, right) = binding switch
        {
            Binding.Comparison when binary.Operator is "=" or "<" or ">" => (Binding.Other, Binding.Other),
            Binding.Comparison => (Binding.Sum, Binding.Sum),
            Binding.Other when binary.Left is BinaryExpression inner && inner.Operator == binary.Operator => (Binding.Other, Binding.Sum),
            Binding.Other => (Binding.Sum, Binding.Sum),
            _ => (binding, binding + 1)
        };
        PrintExpression(binary.Left, left);
        Append(" ").Append(binary.Operator).Append(" ");
        PrintExpression(binary.Right, right);
    }

    private void PrintLogical(LogicalExpression logical)
    {
        var (separator, minimum) = logical.Operator == LogicalOperator.And ? (" AND ", Binding.And) : (" OR ", Binding.Or);
        for (var i = 0; i < logical.Operands.Count; i++)
        {
            AppendIf(i > 0, separator);
            PrintExpression(logical.Operands[i], minimum);
        }
    }

    private void PrintMatch(MatchExpression match)
    {
        PrintExpression(match.Operand, Binding.Other);
        AppendIf(match.IsNegated, " NOT");
        Append(match.Operator switch { MatchOperator.Like => " LIKE ", MatchOperator.ILike => " ILIKE ", _ => " SIMILAR TO " });
        PrintExpression(match.Pattern, Binding.Other);
        if (match.Escape is not null)
        {
            Append(" ESCAPE ");
            PrintExpression(match.Escape, Binding.Other);
        }
    }

    private void PrintQuantifier(string name, Quantifier quantifier)
        => Append(" ").Append(name).Append(" ").Append(quantifier.ToString().ToUpperInvariant()).Append(" ");

    private void PrintCase(CaseExpression conditional)
    {
        Append("CASE");
        PrintOptional(" ", conditional.Operand);
        foreach (var branch in conditional.Branches)
        {
            Append(" WHEN ");
            PrintExpression(branch.When);
            Append(" THEN ");
            PrintExpression(branch.Then);
        }

        PrintOptional(" ELSE ", conditional.Else);
        Append(" END");
    }

    private void PrintTrim(TrimExpression trim)
    {
        Append("TRIM(");
        if (trim.Side is { } side)
        {
            Append(side.ToString().ToUpperInvariant()).Append(" ");
        }

        if (trim.Characters is not null)
        {
            PrintExpression(trim.Characters);
            Append(" ");
        }

        AppendIf(trim.Side is not null || trim.Characters is not null, "FROM ");
        PrintExpression(trim.Source);
        Append(")");
    }

    private void PrintCall(FunctionCall call)
    {
        AppendIf(call.IsApproximate, "APPROXIMATE ");
        if (call.Name.Parts is ["coalesce" or "nullif" or "greatest" or "least" or "grouping" or "trim"])
        {
            // PostgreSQL has these in its grammar and not as functions.
            Append(call.Name.Name.ToUpperInvariant());
        }
        else
        {
            PrintName(call.Name.Parts);
        }

        Append("(");
        AppendIf(call.IsStar, "*");
        AppendIf(call.Quantifier == SetQuantifier.Distinct, "DISTINCT ");
        AppendIf(call.Quantifier == SetQuantifier.All, "ALL ");
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            AppendIf(i > 0, ", ");
            AppendIf(call.IsVariadic && i == call.Arguments.Count - 1, "VARIADIC ");
            PrintExpression(call.Arguments[i]);
        }

        PrintOptionalList(" ORDER BY ", call.OrderBy);
        Append(")");
        if (call.WithinGroup.Count > 0)
        {
            PrintOptionalList(" WITHIN GROUP (ORDER BY ", call.WithinGroup);
            Append(")");
        }

        if (call.Filter is not null)
        {
            PrintOptional(" FILTER (WHERE ", call.Filter);
            Append(")");
        }

        AppendIf(call.Nulls == NullTreatment.Ignore, " IGNORE NULLS");
        AppendIf(call.Nulls == NullTreatment.Respect, " RESPECT NULLS");
        PrintOptional(" OVER ", call.Over);
    }

    private void PrintOrderItem(OrderItem item)
    {
        PrintExpression(item.Expression);
        AppendIf(item.Direction == SortDirection.Ascending, " ASC");
        AppendIf(item.Direction == SortDirection.Descending, " DESC");
        AppendIf(item.Nulls == NullOrder.First, " NULLS FIRST");
        AppendIf(item.Nulls == NullOrder.Last, " NULLS LAST");
    }

    private void PrintWindow(WindowSpecification window)
    {
        if (window is { IsNameOnly: true, WindowName: { } name })
        {
            PrintIdentifier(name);
            return;
        }

        Append("(");
        var start = _sql.Length;
        if (window.WindowName is not null)
        {
            PrintIdentifier(window.WindowName);
        }

        PrintOptionalList(_sql.Length > start ? " PARTITION BY " : "PARTITION BY ", window.PartitionBy);
        PrintOptionalList(_sql.Length > start ? " ORDER BY " : "ORDER BY ", window.OrderBy);
        PrintOptional(_sql.Length > start ? " " : "", window.Frame);
        Append(")");
    }

    private void PrintFrame(WindowFrame frame)
    {
        Append(frame.Unit.ToString().ToUpperInvariant()).Append(frame.End is null ? " " : " BETWEEN ");
        PrintFrameBound(frame.Start);
        if (frame.End is not null)
        {
            Append(" AND ");
            PrintFrameBound(frame.End);
        }

        Append(
            frame.Exclusion switch
            {
                FrameExclusion.CurrentRow => " EXCLUDE CURRENT ROW",
                FrameExclusion.Group => " EXCLUDE GROUP",
                FrameExclusion.Ties => " EXCLUDE TIES",
                FrameExclusion.NoOthers => " EXCLUDE NO OTHERS",
                _ => ""
            });
    }

    private void PrintFrameBound(FrameBound bound)
    {
        if (bound.Offset is not null)
        {
            PrintExpression(bound.Offset, Binding.Not);
        }

        Append(
            bound.Kind switch
            {
                FrameBoundKind.UnboundedPreceding => "UNBOUNDED PRECEDING",
                FrameBoundKind.Preceding => " PRECEDING",
                FrameBoundKind.CurrentRow => "CURRENT ROW",
                FrameBoundKind.Following => " FOLLOWING",
                _ => "UNBOUNDED FOLLOWING"
            });
    }
}
