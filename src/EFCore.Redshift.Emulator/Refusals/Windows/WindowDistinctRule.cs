using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Windows;

/// <summary>No DISTINCT over a window, but for LISTAGG.</summary>
internal sealed class WindowDistinctRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_WF_COUNT";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node is { Over: not null, Quantifier: SetQuantifier.Distinct } && node.Name.Name != "listagg")
        {
            throw RefusalContext.NotSupported("DISTINCT is not implemented for window functions", node);
        }
    }
}
