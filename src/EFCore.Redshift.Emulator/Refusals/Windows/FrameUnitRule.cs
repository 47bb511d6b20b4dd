using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Windows;

/// <summary>Frames count rows: there is no RANGE, no GROUPS and no EXCLUDE.</summary>
internal sealed class FrameUnitRule : RefusalRule<WindowFrame>
{
    public override string Page
        => "c_Window_functions";

    protected override void Check(WindowFrame node, RefusalContext context)
    {
        if (node.Unit != FrameUnit.Rows)
        {
            throw RefusalContext.NotSupported(
                $"{node.Unit.ToString().ToUpperInvariant()} clause of window functions not yet implemented", node);
        }

        if (node.Exclusion is not null)
        {
            throw RefusalContext.SyntaxError("EXCLUDE", node);
        }
    }
}
