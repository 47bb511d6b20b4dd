using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>LOCK takes tables only: no mode, no NOWAIT.</summary>
internal sealed class LockModeRule : RefusalRule<LockStatement>
{
    public override string Page
        => "r_LOCK";

    protected override void Check(LockStatement node, RefusalContext context)
    {
        if (node.Mode is not null)
        {
            throw RefusalContext.SyntaxError("IN", node);
        }

        if (node.NoWait)
        {
            throw RefusalContext.SyntaxError("NOWAIT", node);
        }
    }
}
