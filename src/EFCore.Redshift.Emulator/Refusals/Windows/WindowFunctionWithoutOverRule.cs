using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Windows;

/// <summary>A window function has an OVER.</summary>
internal sealed class WindowFunctionWithoutOverRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "c_Window_functions";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.Over is null && KnownFunctions.Find(node.Name.Name) is { Kind: FunctionKind.Window or FunctionKind.FramedWindow })
        {
            throw RefusalContext.Error("42601", $"window function {node.Name.Name} requires an OVER clause", node);
        }
    }
}
