using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Sessions;

/// <summary>DEALLOCATE names its statement.</summary>
internal sealed class DeallocateAllRule : RefusalRule<DeallocateStatement>
{
    public override string Page
        => "r_DEALLOCATE";

    protected override void Check(DeallocateStatement node, RefusalContext context)
    {
        if (node.Name is null)
        {
            throw RefusalContext.SyntaxError("ALL", node);
        }
    }
}
