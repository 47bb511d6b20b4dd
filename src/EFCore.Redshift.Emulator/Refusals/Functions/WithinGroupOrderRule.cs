using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>All WITHIN GROUP clauses of a SELECT have the same order; what MEDIAN takes counts as one.</summary>
internal sealed class WithinGroupOrderRule : RefusalRule<SelectQuery>
{
    public override string Page
        => "r_LISTAGG";

    protected override void Check(SelectQuery node, RefusalContext context)
    {
        var orders = node.Items.SelectMany(OrdersWithin).Select(items => SqlPrinter.Print(items)).Distinct().ToList();
        if (orders.Count > 1)
        {
            throw RefusalContext.NotSupported("within group ORDER BY clauses for aggregate functions must be the same", node);
        }
    }

    private static IEnumerable<SqlNode> OrdersWithin(SqlNode node)
        => node switch
        {
            Query => [],
            FunctionCall { Over: null, WithinGroup: [var order, ..] } => [order.Expression],
            FunctionCall { Over: null, Name.Name: "median", Arguments: [var value] } => [value],
            _ => node.Children.SelectMany(OrdersWithin)
        };
}
