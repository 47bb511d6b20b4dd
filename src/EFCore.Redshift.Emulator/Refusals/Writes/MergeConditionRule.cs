using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>MERGE matches by equality of columns of source and target.</summary>
internal sealed class MergeConditionRule : RefusalRule<MergeStatement>
{
    public override string Page
        => "r_MERGE";

    protected override void Check(MergeStatement node, RefusalContext context)
    {
        if (!Correlation.Conjuncts(node.On).All(condition => condition is BinaryExpression { Operator: "=" }))
        {
            throw RefusalContext.NotSupported("MERGE condition must consist of equality predicates", node.On);
        }
    }
}
