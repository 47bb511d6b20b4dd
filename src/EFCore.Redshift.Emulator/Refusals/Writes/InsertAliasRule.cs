using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>The target of INSERT takes no alias.</summary>
internal sealed class InsertAliasRule : RefusalRule<InsertStatement>
{
    public override string Page
        => "r_INSERT_30";

    protected override void Check(InsertStatement node, RefusalContext context)
    {
        if (node.Alias is { } alias)
        {
            throw RefusalContext.SyntaxError(alias.Name, alias);
        }
    }
}
