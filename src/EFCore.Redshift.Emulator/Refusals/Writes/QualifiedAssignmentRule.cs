using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>A column after SET is not qualified.</summary>
internal sealed class QualifiedAssignmentRule : RefusalRule<Assignment>
{
    public override string Page
        => "r_UPDATE";

    protected override void Check(Assignment node, RefusalContext context)
    {
        foreach (var target in node.Targets)
        {
            if (target.Parts.Count > 1)
            {
                throw RefusalContext.SyntaxError(".", target);
            }
        }
    }
}
