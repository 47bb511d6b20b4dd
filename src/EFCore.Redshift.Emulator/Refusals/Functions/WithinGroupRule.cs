using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>WITHIN GROUP belongs to LISTAGG, PERCENTILE_CONT and PERCENTILE_DISC.</summary>
internal sealed class WithinGroupRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "c_Aggregate_Functions";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.WithinGroup.Count > 0 && node.Name.Name is not ("listagg" or "percentile_cont" or "percentile_disc"))
        {
            throw RefusalContext.SyntaxError("WITHIN", node.WithinGroup[0]);
        }
    }
}
