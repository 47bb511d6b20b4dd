using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>The emulator leaves PIVOT and UNPIVOT of tables out.</summary>
internal sealed class PivotRule : RefusalRule<TableReference>
{
    public override string Page
        => "r_FROM_clause-pivot-unpivot-examples";

    protected override void Check(TableReference node, RefusalContext context)
    {
        if (node is PivotedTable or UnpivotedTable)
        {
            throw RefusalContext.NotSupported(
                $"{(node is PivotedTable ? "PIVOT" : "UNPIVOT")} is not emulated", node, "Redshift has it; this emulator does not.");
        }
    }
}
