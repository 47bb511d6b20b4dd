using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>There is no OVERLAY.</summary>
internal sealed class OverlayRule : RefusalRule<OverlayExpression>
{
    public override string Page
        => "c_unsupported-postgresql-functions";

    protected override void Check(OverlayExpression node, RefusalContext context)
    {
        throw RefusalContext.SyntaxError("PLACING", node);
    }
}
