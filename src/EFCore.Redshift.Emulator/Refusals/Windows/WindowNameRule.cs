using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Windows;

/// <summary>A window has no name.</summary>
internal sealed class WindowNameRule : RefusalRule<WindowSpecification>
{
    public override string Page
        => "c_Window_functions";

    protected override void Check(WindowSpecification node, RefusalContext context)
    {
        if (node.WindowName is { } name)
        {
            throw RefusalContext.SyntaxError(name, node);
        }
    }
}
