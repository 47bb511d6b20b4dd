using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Windows;

/// <summary>Only aggregates and window functions go over a window.</summary>
internal sealed class WindowFunctionKindRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "c_Window_functions";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.Over is not null
            && KnownFunctions.Find(node.Name.Name) is { Kind: FunctionKind.Scalar }
                or { Name: "any_value" or "bool_and" or "bool_or" or "bit_and" or "bit_or" })
        {
            throw RefusalContext.NotSupported($"{node.Name.Name} is not supported as a window function", node);
        }
    }
}
