using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>LIMIT, OFFSET and TOP are numbers; whether they may be parameters is not documented.</summary>
internal sealed class BoundLimitRule : RefusalRule<Query>
{
    public override string Page
        => "r_ORDER_BY_clause";

    protected override void Check(Query node, RefusalContext context)
    {
        Expression?[] counts = [node.Limit?.Count, node.Offset, (node as SelectQuery)?.Top];
        var bound = counts.FirstOrDefault(count => count is not null && IsBound(count));
        if (bound is not null && !context.Allows(UncertainFeature.BoundLimit))
        {
            throw RefusalContext.NotSupported("LIMIT and OFFSET must be constants, not parameters", bound);
        }
    }

    private static bool IsBound(Expression count)
        => count switch
        {
            ParameterReference => true,
            CastExpression cast => IsBound(cast.Operand),
            _ => false
        };
}
