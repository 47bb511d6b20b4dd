using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     Isolation levels are accepted and have no effect: the level belongs to the database.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_BEGIN.html
/// </summary>
internal sealed class TransactionModes : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
    {
        switch (node)
        {
            case TransactionMode { Isolation: not null } mode:
                return mode with { Isolation = null };
            case SetTransactionStatement { Mode: { IsReadOnly: null, IsDeferrable: null } }:
                context.CommandTag = "SET";
                return Emulated.Nothing;
            default:
                return node;
        }
    }
}
