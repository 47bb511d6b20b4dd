using System.Globalization;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>LIMIT and OFFSET are at most 2147483647.</summary>
internal sealed class LimitRangeRule : RefusalRule<Query>
{
    public override string Page
        => "r_ORDER_BY_clause";

    protected override void Check(Query node, RefusalContext context)
    {
        foreach (var count in new[] { node.Limit?.Count, node.Offset, (node as SelectQuery)?.Top })
        {
            if (count is NumericLiteral literal
                && decimal.TryParse(literal.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && value > int.MaxValue)
            {
                throw RefusalContext.Error("22003", $"value \"{literal.Text}\" is out of range for type integer", literal);
            }
        }
    }
}
