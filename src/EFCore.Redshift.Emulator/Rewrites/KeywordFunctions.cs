using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     Functions without parentheses that PostgreSQL does not have.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_SYSDATE.html https://docs.aws.amazon.com/redshift/latest/dg/r_CURRENT_USER_ID.html
/// </summary>
internal sealed class KeywordFunctions : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is KeywordFunction { Name: "sysdate" or "current_user_id" } function ? Emulated.Call(function.Name) : node;
}
