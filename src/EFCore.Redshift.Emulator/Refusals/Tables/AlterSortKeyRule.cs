using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>A sort key does not become interleaved.</summary>
internal sealed class AlterSortKeyRule : RefusalRule<AlterSortKeyAction>
{
    public override string Page
        => "r_ALTER_TABLE";

    protected override void Check(AlterSortKeyAction node, RefusalContext context)
    {
        if (node.Kind == SortKeyKind.Interleaved)
        {
            throw RefusalContext.SyntaxError("INTERLEAVED", node);
        }
    }
}
