using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     A table that a noted foreign key refers to is dropped with CASCADE only. https://docs.aws.amazon.com/redshift/latest/dg/r_DROP_TABLE.html
/// </summary>
internal sealed class DropTable : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
    {
        if (node is DropStatement { Kind: ObjectKind.Table } drop)
        {
            context.CallBefore(
                "_check_drop", TableNote.Names(drop.Names), drop.Behavior is DropBehavior.Cascade ? "true" : "false");
        }

        return node;
    }
}
