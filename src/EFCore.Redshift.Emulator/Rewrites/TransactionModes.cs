using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     Isolation levels are accepted and have no effect: the level belongs to the database.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_BEGIN.html
/// </summary>
internal sealed class TransactionModes : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is TransactionMode { Isolation: not null } mode ? mode with { Isolation = null } : node;
}
