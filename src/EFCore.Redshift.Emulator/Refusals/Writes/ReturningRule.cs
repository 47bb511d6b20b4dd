using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>RETURNING is no part of INSERT, UPDATE and DELETE.</summary>
internal sealed class ReturningRule : RefusalRule<ReturningClause>
{
    public override string Page
        => "r_INSERT_30";

    protected override void Check(ReturningClause node, RefusalContext context)
    {
        throw RefusalContext.SyntaxError("RETURNING", node);
    }
}
