using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>LIKE includes or excludes DEFAULTS, and nothing else.</summary>
internal sealed class LikeOptionRule : RefusalRule<LikeOption>
{
    public override string Page
        => "r_CREATE_TABLE_NEW";

    protected override void Check(LikeOption node, RefusalContext context)
    {
        if (node.Name != "DEFAULTS")
        {
            throw RefusalContext.SyntaxError(node.Name, node);
        }
    }
}
