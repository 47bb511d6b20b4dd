using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>There is no INTERSECT ALL and no EXCEPT ALL.</summary>
internal sealed class SetOperationAllRule : RefusalRule<SetOperation>
{
    public override string Page
        => "r_UNION";

    protected override void Check(SetOperation node, RefusalContext context)
    {
        if (node is { IsAll: true, Operator: not SetOperator.Union })
        {
            var name = node.Operator == SetOperator.Intersect ? "INTERSECT" : "EXCEPT";
            throw RefusalContext.NotSupported($"{name} ALL is not supported", node);
        }
    }
}
