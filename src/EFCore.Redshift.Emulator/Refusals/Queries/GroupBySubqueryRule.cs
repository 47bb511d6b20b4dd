using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>GROUP BY and HAVING hold no scalar subqueries.</summary>
internal sealed class GroupBySubqueryRule : RefusalRule<SelectQuery>
{
    public override string Page
        => "r_scalar_subqueries";

    protected override void Check(SelectQuery node, RefusalContext context)
    {
        if (node.Having is { } having && Subquery.ScalarWithin(having) is { } inHaving)
        {
            throw RefusalContext.NotSupported("scalar subqueries are not supported in HAVING", inHaving);
        }

        foreach (var element in node.GroupBy)
        {
            if (Subquery.ScalarWithin(element) is { } inGroupBy)
            {
                throw RefusalContext.NotSupported("scalar subqueries are not supported in GROUP BY", inGroupBy);
            }
        }
    }
}
