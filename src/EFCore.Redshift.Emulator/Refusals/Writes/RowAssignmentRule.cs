using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>SET assigns one column at a time.</summary>
internal sealed class RowAssignmentRule : RefusalRule<Assignment>
{
    public override string Page
        => "r_UPDATE";

    protected override void Check(Assignment node, RefusalContext context)
    {
        if (node.Targets.Count > 1)
        {
            throw RefusalContext.SyntaxError("(", node);
        }
    }
}
