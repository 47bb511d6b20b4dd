using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>Whether keys can be changed in a transaction block is not documented.</summary>
internal sealed class KeyChangeInTransactionRule : RefusalRule<AlterTableAction>
{
    public override string Page
        => "r_ALTER_TABLE";

    protected override void Check(AlterTableAction node, RefusalContext context)
    {
        if (node is AlterDistKeyAction or AlterDistStyleAction or AlterSortKeyAction
            && (context.Settings.InTransactionBlock || context.IsOneOfSeveral)
            && !context.Allows(UncertainFeature.KeyChangeInTransaction))
        {
            throw RefusalContext.Error("25001", "ALTER TABLE ALTER DISTKEY, DISTSTYLE and SORTKEY cannot run inside a transaction block", node);
        }
    }
}
