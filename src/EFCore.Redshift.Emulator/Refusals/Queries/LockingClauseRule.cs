using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>There is no FOR UPDATE or FOR SHARE.</summary>
internal sealed class LockingClauseRule : RefusalRule<LockingClause>
{
    public override string Page
        => "r_SELECT_synopsis";

    protected override void Check(LockingClause node, RefusalContext context)
    {
        throw RefusalContext.NotSupported($"SELECT FOR {node.Strength} is not supported", node);
    }
}
