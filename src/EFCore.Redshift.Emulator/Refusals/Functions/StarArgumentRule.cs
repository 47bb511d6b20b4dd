using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>Only COUNT takes a star.</summary>
internal sealed class StarArgumentRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_COUNT";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.IsStar && node.Name.Name != "count")
        {
            throw RefusalContext.SyntaxError("*", node);
        }
    }
}
