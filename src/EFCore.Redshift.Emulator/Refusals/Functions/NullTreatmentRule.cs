using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>IGNORE NULLS belongs to FIRST_VALUE, LAST_VALUE, NTH_VALUE, LAG and LEAD.</summary>
internal sealed class NullTreatmentRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_WF_first_value";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.Nulls is not null && node.Name.Name is not ("first_value" or "last_value" or "nth_value" or "lag" or "lead"))
        {
            throw RefusalContext.SyntaxError("NULLS", node);
        }
    }
}
