using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Sessions;

/// <summary>A cursor runs forward, in its transaction, in text.</summary>
internal sealed class CursorOptionRule : RefusalRule<DeclareCursorStatement>
{
    public override string Page
        => "declare";

    protected override void Check(DeclareCursorStatement node, RefusalContext context)
    {
        if (node.Options is [var option, ..])
        {
            throw RefusalContext.SyntaxError(option.Split(' ')[0], node);
        }
    }
}
