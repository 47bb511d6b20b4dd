using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>DELETE needs its FROM when there is USING.</summary>
internal sealed class DeleteUsingWithoutFromRule : RefusalRule<DeleteStatement>
{
    public override string Page
        => "r_DELETE";

    protected override void Check(DeleteStatement node, RefusalContext context)
    {
        if (!node.HasFrom && node.Using.Count > 0)
        {
            throw RefusalContext.SyntaxError("USING", node.Using[0]);
        }
    }
}
