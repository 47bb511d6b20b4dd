using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Windows;

/// <summary>LISTAGG, MEDIAN and PERCENTILE_CONT over a window are partitioned, not ordered.</summary>
internal sealed class WindowOrderOfComputeFunctionRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_WF_LISTAGG";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.Over is { OrderBy.Count: > 0 } && KnownFunctions.Find(node.Name.Name) is { Node: FunctionNode.Compute })
        {
            throw RefusalContext.SyntaxError("ORDER", node.Over.OrderBy[0]);
        }
    }
}
