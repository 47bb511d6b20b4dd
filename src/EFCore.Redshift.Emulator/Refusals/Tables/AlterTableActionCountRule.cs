using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>
///     ALTER TABLE does one thing at a time, but for several encodings, and a sort key with a distribution.
/// </summary>
internal sealed class AlterTableActionCountRule : RefusalRule<AlterTableStatement>
{
    public override string Page
        => "r_ALTER_TABLE";

    protected override void Check(AlterTableStatement node, RefusalContext context)
    {
        if (node.Actions.Count > 1
            && !node.Actions.All(action => action is AlterColumnEncodeAction)
            && node.Actions is not (
                [AlterSortKeyAction { Columns.Count: > 0 }, AlterDistKeyAction or AlterDistStyleAction { Style: DistributionStyle.All }]
                or [AlterDistKeyAction or AlterDistStyleAction { Style: DistributionStyle.All }, AlterSortKeyAction { Columns.Count: > 0 }]))
        {
            throw RefusalContext.SyntaxError(",", node.Actions[1]);
        }
    }
}
