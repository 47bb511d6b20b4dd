using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>FROM has no TABLESAMPLE.</summary>
internal sealed class TableSampleRule : RefusalRule<TableSample>
{
    public override string Page
        => "r_FROM_clause30";

    protected override void Check(TableSample node, RefusalContext context)
    {
        throw RefusalContext.SyntaxError("TABLESAMPLE", node);
    }
}
