using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Windows;

/// <summary>LAG and LEAD go over an ordered window.</summary>
internal sealed class LagOrderRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_WF_LAG";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node is { Name.Name: "lag" or "lead", Over: { OrderBy.Count: 0, WindowName: null } })
        {
            throw RefusalContext.Error("42601", $"window function {node.Name.Name} requires an ORDER BY in its OVER clause", node);
        }
    }
}
