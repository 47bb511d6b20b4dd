using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>FROM has no LATERAL.</summary>
internal sealed class LateralRule : RefusalRule<TableReference>
{
    public override string Page
        => "r_FROM_clause30";

    protected override void Check(TableReference node, RefusalContext context)
    {
        if (node is DerivedTable { IsLateral: true } or FunctionTable { IsLateral: true })
        {
            throw RefusalContext.SyntaxError("LATERAL", node);
        }
    }
}
