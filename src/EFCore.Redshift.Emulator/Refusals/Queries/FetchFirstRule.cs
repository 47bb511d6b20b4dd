using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>There is no FETCH FIRST n ROWS; there is LIMIT.</summary>
internal sealed class FetchFirstRule : RefusalRule<LimitClause>
{
    public override string Page
        => "r_ORDER_BY_clause";

    protected override void Check(LimitClause node, RefusalContext context)
    {
        if (node.Syntax == LimitSyntax.Fetch)
        {
            throw RefusalContext.SyntaxError("FETCH", node);
        }
    }
}
