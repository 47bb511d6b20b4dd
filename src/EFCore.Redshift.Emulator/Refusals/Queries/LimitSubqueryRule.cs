using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>LIMIT and OFFSET hold no subqueries.</summary>
internal sealed class LimitSubqueryRule : RefusalRule<Query>
{
    public override string Page
        => "r_ORDER_BY_clause";

    protected override void Check(Query node, RefusalContext context)
    {
        if (node.Limit?.Count is { } limit && Subquery.IsWithin(limit))
        {
            throw RefusalContext.NotSupported("argument of LIMIT must not contain subqueries", limit);
        }

        if (node.Offset is { } offset && Subquery.IsWithin(offset))
        {
            throw RefusalContext.NotSupported("argument of OFFSET must not contain subqueries", offset);
        }
    }
}
