using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Sessions;

/// <summary>CLOSE names its cursor.</summary>
internal sealed class CloseAllRule : RefusalRule<CloseStatement>
{
    public override string Page
        => "close";

    protected override void Check(CloseStatement node, RefusalContext context)
    {
        if (node.Cursor is null)
        {
            throw RefusalContext.SyntaxError("ALL", node);
        }
    }
}
