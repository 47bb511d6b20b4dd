using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>The operands of UNION, INTERSECT and EXCEPT have no LIMIT of their own.</summary>
internal sealed class SetOperandLimitRule : RefusalRule<SetOperation>
{
    public override string Page
        => "r_UNION";

    protected override void Check(SetOperation node, RefusalContext context)
    {
        foreach (var operand in node.Operands)
        {
            if (operand.Limit is not null || operand.Offset is not null || operand is SelectQuery { Top: not null })
            {
                throw RefusalContext.NotSupported("LIMIT may not be used within input to set operations.", operand);
            }
        }
    }
}
