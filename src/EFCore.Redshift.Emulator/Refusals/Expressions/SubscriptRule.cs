using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>Subscripts belong to SUPER values, one at a time.</summary>
internal sealed class SubscriptRule : RefusalRule<Expression>
{
    public override string Page
        => "c_unsupported-postgresql-features";

    protected override void Check(Expression node, RefusalContext context)
    {
        if (node is Slice)
        {
            throw RefusalContext.SyntaxError(":", node);
        }

        if (node is Subscript subscript && context.Statement.Types.Of(subscript.Operand) is { } type and not ExpressionTypes.Super)
        {
            throw RefusalContext.Error("42804", $"cannot subscript type {type} because it is not an array", node);
        }
    }
}
