using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Binding;

/// <summary>
///     The types of expressions, as far as rules need them: PostgreSQL does the real typing. A null type is not known;
///     names are those of <see cref="TypeName" /> without modifiers.
/// </summary>
internal sealed class ExpressionTypes(BoundStatement statement)
{
    public const string Boolean = "boolean";
    public const string Super = "super";

    public string? Of(Expression expression)
        => expression switch
        {
            ColumnReference reference => OfReference(reference),
            BooleanLiteral or NotExpression or LogicalExpression or IsExpression or DistinctFromExpression or BetweenExpression
                or InListExpression or InQueryExpression or MatchExpression or ExistsExpression or QuantifiedQueryExpression
                or QuantifiedArrayExpression => Boolean,
            NumericLiteral number => number.Text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? "integer" : "numeric",
            CastExpression cast => cast.Type.Name,
            TypedLiteral literal => literal.Type.Name,
            IntervalLiteral => "interval",
            BinaryExpression { Operator: "=" or "<>" or "<" or ">" or "<=" or ">=" or "~" or "!~" } => Boolean,
            BinaryExpression { Operator: "||" } concatenation
                => Of(concatenation.Left) == Super || Of(concatenation.Right) == Super ? Super : "character varying",
            BinaryExpression binary when Of(binary.Left) == Super || Of(binary.Right) == Super => Super,
            UnaryExpression { Operator: "-" or "+" } unary => Of(unary.Operand),
            FieldAccess => Super,
            Subscript => Super,
            ArrayQueryExpression or ArrayExpression => null,
            CaseExpression @case => @case.Branches.Select(branch => Of(branch.Then)).FirstOrDefault(type => type is not null)
                ?? (@case.Else is { } @else ? Of(@else) : null),
            ScalarSubquery subquery => OutputOf(subquery.Query) is [var column, ..] ? column.Type : null,
            FunctionCall call => OfCall(call),
            _ => null
        };

    /// <summary>The columns of a query's result; null where they are not known.</summary>
    public IReadOnlyList<SourceColumn>? OutputOf(Query query)
        => query switch
        {
            SelectQuery select => OutputOf(select),
            SetOperation operation => OutputOf(operation.Operands[0]),
            _ => null
        };

    /// <summary>The name that an item of a select list has in the result.</summary>
    public static string NameOf(SelectExpression item)
        => item.Alias?.Name ?? item.Expression switch
        {
            ColumnReference reference => reference.Parts[^1],
            FieldAccess access => access.Name,
            FunctionCall call => call.Name.Name,
            KeywordFunction keyword => keyword.Name,
            CastExpression { Operand: ColumnReference reference } => reference.Parts[^1],
            CastExpression cast => cast.Type.Name,
            CaseExpression => "case",
            ExtractExpression => "date_part",
            _ => "?column?"
        };

    private List<SourceColumn>? OutputOf(SelectQuery select)
    {
        var columns = new List<SourceColumn>();
        foreach (var item in select.Items)
        {
            switch (item)
            {
                case SelectExpression expression:
                    columns.Add(new SourceColumn(NameOf(expression), Of(expression.Expression)));
                    break;
                case SelectStar star when statement.FindBlock(select) is { } block:
                    foreach (var source in block.Sources)
                    {
                        if (star.Qualifier is not [] && !string.Equals(star.Qualifier[^1], source.Name, StringComparison.Ordinal))
                        {
                            continue;
                        }

                        if (source.Columns is null)
                        {
                            return null;
                        }

                        columns.AddRange(source.Columns);
                    }

                    break;
                default:
                    return null;
            }
        }

        foreach (var excluded in select.Exclude)
        {
            columns.RemoveAll(column => string.Equals(column.Name, excluded.Name, StringComparison.Ordinal));
        }

        return columns;
    }

    private string? OfReference(ColumnReference reference)
        => statement.Find(reference) switch
        {
            { Kind: ColumnBindingKind.SelectAlias, Alias: { } alias } => Of(alias.Expression),
            { } binding => WithoutModifiers(binding.Type),
            null => null
        };

    private string? OfCall(FunctionCall call)
        => call.Name.Name switch
        {
            "json_parse" or "array" or "object" or "array_concat" or "array_flatten" or "array_distinct" or "array_except"
                or "array_intersection" or "array_positions" or "array_sort" or "array_union" or "subarray" or "split_to_array"
                or "object_transform" => Super,
            "bool_and" or "bool_or" or "is_valid_json" or "is_valid_json_array" or "can_json_parse" or "is_array" or "is_object"
                or "is_scalar" or "is_varchar" or "is_char" or "is_integer" or "is_smallint" or "is_bigint" or "is_boolean"
                or "is_decimal" or "is_float" or "array_contains" or "arrays_overlap" => Boolean,
            "coalesce" or "nvl" or "greatest" or "least" => call.Arguments.Select(Of).FirstOrDefault(type => type is not null),
            "nullif" or "min" or "max" or "any_value" or "lag" or "lead" or "first_value" or "last_value" or "nth_value"
                when call.Arguments is [var first, ..] => Of(first),
            "nvl2" when call.Arguments is [_, var second, _] => Of(second),
            "count" => "bigint",
            "getdate" or "dateadd" => "timestamp without time zone",
            "datediff" => "bigint",
            "len" or "length" or "strpos" or "charindex" => "integer",
            "upper" or "lower" or "substring" or "substr" or "left" or "right" or "trim" or "btrim" or "ltrim" or "rtrim" or "replace"
                or "concat" or "listagg" or "to_char" or "json_serialize" => "character varying",
            _ => null
        };

    private static string? WithoutModifiers(string? type)
        => type?.IndexOf('(', StringComparison.Ordinal) is > 0 and var parenthesis
            ? string.Concat(type.AsSpan(0, parenthesis).TrimEnd(), type.AsSpan(type.IndexOf(')', StringComparison.Ordinal) + 1))
            : type;
}
