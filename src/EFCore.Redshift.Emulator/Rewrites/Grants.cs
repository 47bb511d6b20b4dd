using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>PostgreSQL grants roles without the word. https://docs.aws.amazon.com/redshift/latest/dg/r_GRANT.html</summary>
internal sealed class Grants : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node switch
        {
            Privilege { Role: not null } privilege => privilege with { Name = "" },
            Grantee { Kind: GranteeKind.Role } grantee => grantee with { Kind = GranteeKind.User },
            _ => node
        };
}
