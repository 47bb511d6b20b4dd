using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>INSERT has no ON CONFLICT; there is MERGE.</summary>
internal sealed class OnConflictRule : RefusalRule<OnConflictClause>
{
    public override string Page
        => "r_INSERT_30";

    protected override void Check(OnConflictClause node, RefusalContext context)
    {
        throw RefusalContext.SyntaxError("ON", node);
    }
}
