using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>There is no TABLE t in place of SELECT * FROM t.</summary>
internal sealed class TableCommandRule : RefusalRule<TableQuery>
{
    public override string Page
        => "r_SELECT_synopsis";

    protected override void Check(TableQuery node, RefusalContext context)
    {
        throw RefusalContext.SyntaxError("TABLE", node);
    }
}
