using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>The emulator leaves CONNECT BY out.</summary>
internal sealed class ConnectByRule : RefusalRule<ConnectByClause>
{
    public override string Page
        => "r_CONNECT_BY_clause";

    protected override void Check(ConnectByClause node, RefusalContext context)
    {
        throw RefusalContext.NotSupported("CONNECT BY is not emulated", node, "Redshift has it; this emulator does not. WITH RECURSIVE does the same.");
    }
}
