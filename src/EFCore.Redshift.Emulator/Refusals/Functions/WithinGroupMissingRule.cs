using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>PERCENTILE_CONT and PERCENTILE_DISC need WITHIN GROUP.</summary>
internal sealed class WithinGroupMissingRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_PERCENTILE_CONT";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.Name.Name is "percentile_cont" or "percentile_disc" && node.WithinGroup.Count != 1)
        {
            throw RefusalContext.Error("42601", $"{node.Name.Name} requires WITHIN GROUP (ORDER BY ...) with one expression", node);
        }
    }
}
