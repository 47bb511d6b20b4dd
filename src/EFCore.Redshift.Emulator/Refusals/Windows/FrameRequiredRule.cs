using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Windows;

/// <summary>An aggregate over an ordered window needs a frame, as do FIRST_VALUE, LAST_VALUE and NTH_VALUE.</summary>
internal sealed class FrameRequiredRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "c_Window_functions";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.Over is { OrderBy.Count: > 0, Frame: null }
            && KnownFunctions.Find(node.Name.Name) is { Kind: FunctionKind.Aggregate or FunctionKind.FramedWindow, Node: not FunctionNode.Compute })
        {
            throw RefusalContext.NotSupported("Aggregate window functions with an ORDER BY clause require a frame clause", node);
        }
    }
}
