using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Windows;

/// <summary>Ranking functions, LAG, LEAD and RATIO_TO_REPORT have no frame, and a frame needs an order.</summary>
internal sealed class FrameForbiddenRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "c_Window_functions";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.Over?.Frame is not { } frame)
        {
            return;
        }

        var takesNoFrame = KnownFunctions.Find(node.Name.Name) is { Kind: FunctionKind.Window } or { Node: FunctionNode.Compute };
        if (takesNoFrame || node.Over.OrderBy.Count == 0)
        {
            throw RefusalContext.SyntaxError(frame.Unit.ToString().ToUpperInvariant(), frame);
        }
    }
}
