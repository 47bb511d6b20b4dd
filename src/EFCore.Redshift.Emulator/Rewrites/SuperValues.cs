using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     A string that meets a SUPER value is a JSON string: PostgreSQL would hand the literal to the type's own input, which takes JSON.
///     ARRAY and OBJECT make SUPER values. https://docs.aws.amazon.com/redshift/latest/dg/r_array.html
/// </summary>
internal sealed class SuperValues : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => (node, original) switch
        {
            (BinaryExpression binary, BinaryExpression written) when IsSuper(written.Left, context) => binary with { Right = AsString(binary.Right) },
            (BinaryExpression binary, BinaryExpression written) when IsSuper(written.Right, context) => binary with { Left = AsString(binary.Left) },
            (InListExpression list, InListExpression written) when IsSuper(written.Operand, context)
                => list with { Items = [.. list.Items.Select(AsString)] },
            (BetweenExpression between, BetweenExpression written) when IsSuper(written.Operand, context)
                => between with { Low = AsString(between.Low), High = AsString(between.High) },
            (InsertStatement { Source: ValuesQuery values } insert, _) => insert with { Source = Insert(values, insert, original, context) },
            (UpdateStatement update, _) => Update(update, original, context),
            (FunctionCall { Name: { Name: "array", Parts.Count: 1 } } call, _) => Emulated.Call("_array", [.. call.Arguments.Select(Json)]),
            (FunctionCall { Name: { Name: "object", Parts.Count: 1 } } call, _) => Emulated.Call("_object", [.. call.Arguments.Select(Json)]),
            _ => node
        };

    private static bool IsSuper(Expression expression, RewriteContext context) => context.Bound.Types.Of(expression) == ExpressionTypes.Super;

    private static Expression AsString(Expression value)
        => value is StringLiteral ? new CastExpression(value, new TypeName("character varying")) : value;

    private static FunctionCall Json(Expression value) => Emulated.Call("_json", value);

    private static ValuesQuery Insert(ValuesQuery values, InsertStatement insert, SqlNode original, RewriteContext context)
    {
        if (context.Bound.FindSource(original) is not { Columns: { } columns } || columns.All(column => column.Type != ExpressionTypes.Super))
        {
            return values;
        }

        var isSuper = insert.Columns is []
            ? columns.Select(column => column.Type == ExpressionTypes.Super).ToList()
            : [.. insert.Columns.Select(column => columns.Any(c => c.Name == column.Name && c.Type == ExpressionTypes.Super))];

        return values with
        {
            Rows = [.. values.Rows.Select(row => row with { Items = [.. row.Items.Select((item, i) => i < isSuper.Count && isSuper[i] ? AsString(item) : item)] })]
        };
    }

    private static UpdateStatement Update(UpdateStatement update, SqlNode original, RewriteContext context)
        => context.Bound.FindSource(original) is { } target
            && update.Assignments.Any(assignment => assignment is { Targets: [var column], Value: StringLiteral } && IsSuperColumn(target, column))
                ? update with
                {
                    Assignments =
                    [
                        .. update.Assignments.Select(assignment => assignment is { Targets: [var column] } && IsSuperColumn(target, column)
                            ? assignment with { Value = AsString(assignment.Value) }
                            : assignment)
                    ]
                }
                : update;

    private static bool IsSuperColumn(TableSource target, QualifiedName column) => target.FindColumn(column.Name)?.Type == ExpressionTypes.Super;
}
