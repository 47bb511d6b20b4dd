using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>UNNEST takes a SUPER value.</summary>
internal sealed class UnnestArgumentRule : RefusalRule<FunctionTable>
{
    public override string Page
        => "r_FROM_clause-unnest-examples";

    protected override void Check(FunctionTable node, RefusalContext context)
    {
        if (node.Function is not FunctionCall { Name.Name: "unnest" } call)
        {
            return;
        }

        if (call.Arguments is not [var argument]
            || argument is not (ColumnReference or FieldAccess or Subscript or FunctionCall)
            || context.Statement.Types.Of(argument) is { } type and not ExpressionTypes.Super)
        {
            throw RefusalContext.NotSupported("UNNEST is supported for SUPER values only", node);
        }
    }
}
