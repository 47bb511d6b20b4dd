using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>MERGE has exactly one WHEN MATCHED and one WHEN NOT MATCHED, without further conditions.</summary>
internal sealed class MergeBranchesRule : RefusalRule<MergeStatement>
{
    public override string Page
        => "r_MERGE";

    protected override void Check(MergeStatement node, RefusalContext context)
    {
        if (node.RemoveDuplicates)
        {
            return;
        }

        foreach (var branch in node.Branches)
        {
            if (branch.Condition is { } condition)
            {
                throw RefusalContext.SyntaxError("AND", condition);
            }

            if (branch is MergeDoNothing)
            {
                throw RefusalContext.SyntaxError("DO", branch);
            }
        }

        if (node.Branches is not [{ IsMatched: true }, { IsMatched: false }])
        {
            throw RefusalContext.Error("42601", "MERGE needs one WHEN MATCHED clause followed by one WHEN NOT MATCHED clause", node);
        }
    }
}
