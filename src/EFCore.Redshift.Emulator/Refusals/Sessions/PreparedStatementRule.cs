using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Sessions;

/// <summary>Only SELECT, INSERT, UPDATE and DELETE are prepared.</summary>
internal sealed class PreparedStatementRule : RefusalRule<PrepareStatement>
{
    public override string Page
        => "r_PREPARE";

    protected override void Check(PrepareStatement node, RefusalContext context)
    {
        if (node.Body is not (Query or InsertStatement or UpdateStatement or DeleteStatement))
        {
            throw RefusalContext.NotSupported("PREPARE supports SELECT, INSERT, UPDATE and DELETE only", node.Body);
        }
    }
}
