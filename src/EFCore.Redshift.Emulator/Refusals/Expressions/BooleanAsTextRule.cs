using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>Whether a BOOLEAN can be cast to a string is not documented.</summary>
internal sealed class BooleanAsTextRule : RefusalRule<CastExpression>
{
    public override string Page
        => "r_Boolean_type";

    protected override void Check(CastExpression node, RefusalContext context)
    {
        if (node.Type.Name is "character varying" or "character" or "bpchar" or "text"
            && context.Statement.Types.Of(node.Operand) == ExpressionTypes.Boolean
            && !context.Allows(UncertainFeature.BooleanAsText))
        {
            throw RefusalContext.Error("42846", $"cannot cast type boolean to {node.Type.Name}", node);
        }
    }
}
