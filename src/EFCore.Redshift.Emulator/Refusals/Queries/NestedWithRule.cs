using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>A query of WITH has no WITH of its own.</summary>
internal sealed class NestedWithRule : RefusalRule<WithClause>
{
    public override string Page
        => "r_WITH_clause";

    protected override void Check(WithClause node, RefusalContext context)
    {
        if (context.Ancestors is [.., CommonTableExpression, Query])
        {
            throw RefusalContext.SyntaxError("WITH", node);
        }
    }
}
