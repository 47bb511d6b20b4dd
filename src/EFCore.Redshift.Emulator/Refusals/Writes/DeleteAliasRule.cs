using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>The target of DELETE takes no alias.</summary>
internal sealed class DeleteAliasRule : RefusalRule<DeleteStatement>
{
    public override string Page
        => "r_DELETE";

    protected override void Check(DeleteStatement node, RefusalContext context)
    {
        if (node.Alias is { } alias)
        {
            throw RefusalContext.SyntaxError(alias.Name, alias);
        }
    }
}
