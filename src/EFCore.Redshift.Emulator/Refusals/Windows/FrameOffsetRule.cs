using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Windows;

/// <summary>The offset of a frame is a constant.</summary>
internal sealed class FrameOffsetRule : RefusalRule<FrameBound>
{
    public override string Page
        => "c_Window_functions";

    protected override void Check(FrameBound node, RefusalContext context)
    {
        if (node.Offset is not (null or NumericLiteral))
        {
            throw RefusalContext.NotSupported("the offset of a window frame must be a constant", node.Offset);
        }
    }
}
