using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Windows;

/// <summary>LAG and LEAD take a value and an offset, and no default.</summary>
internal sealed class LagDefaultRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_WF_LAG";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.Name.Name is "lag" or "lead" && node.Arguments.Count > 2)
        {
            throw RefusalContext.NotSupported($"Default parameter not be supported for window function {node.Name.Name}", node);
        }
    }
}
