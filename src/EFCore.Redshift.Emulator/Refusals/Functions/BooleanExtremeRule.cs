using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>MIN and MAX do not take a BOOLEAN; BOOL_AND and BOOL_OR do.</summary>
internal sealed class BooleanExtremeRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_MAX";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node is { Name.Name: "min" or "max", Arguments: [var argument] } && context.Statement.Types.Of(argument) == ExpressionTypes.Boolean)
        {
            throw FunctionErrors.DoesNotExist(node, context.Statement);
        }
    }
}
