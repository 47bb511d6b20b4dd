using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>
///     A recursive item of WITH declares its columns, and is a UNION ALL of two queries, the second without ORDER BY and LIMIT.
/// </summary>
internal sealed class RecursiveMemberRule : RefusalRule<WithClause>
{
    public override string Page
        => "r_WITH_clause";

    protected override void Check(WithClause node, RefusalContext context)
    {
        foreach (var item in node.Items)
        {
            if (!node.IsRecursive || !Mentions(item.Body, item.Name.Name))
            {
                continue;
            }

            if (item.Columns.Count == 0)
            {
                throw RefusalContext.Error("42601", $"recursive common table expression \"{item.Name.Name}\" must have a column list", item);
            }

            if (item.Body is not SetOperation { Operator: SetOperator.Union, IsAll: true, Operands.Count: 2 } union)
            {
                throw RefusalContext.NotSupported(
                    $"recursive common table expression \"{item.Name.Name}\" must have the form seed UNION ALL recursive query", item);
            }

            if (union.OrderBy.Count > 0 || union.Limit is not null || union.Operands[1].OrderBy.Count > 0 || union.Operands[1].Limit is not null)
            {
                throw RefusalContext.NotSupported("ORDER BY and LIMIT are not supported in a recursive query", union);
            }
        }
    }

    private static bool Mentions(SqlNode node, string name)
        => node is NamedTable { Name.Parts: [var table] } && table == name || node.Children.Any(child => Mentions(child, name));
}
