using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>WITH RECURSIVE stands before the statement's query, not in a subquery.</summary>
internal sealed class RecursiveWithInSubqueryRule : RefusalRule<WithClause>
{
    public override string Page
        => "r_WITH_clause";

    protected override void Check(WithClause node, RefusalContext context)
    {
        if (node.IsRecursive && context.Ancestors.OfType<Query>().Count() > 1)
        {
            throw RefusalContext.NotSupported("WITH RECURSIVE is not supported in a subquery", node);
        }
    }
}
