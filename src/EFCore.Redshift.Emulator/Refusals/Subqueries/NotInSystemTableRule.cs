using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Subqueries;

/// <summary>NOT IN is not correlated with a catalogue on the leader node beside tables of the compute nodes.</summary>
internal sealed class NotInSystemTableRule : RefusalRule<InQueryExpression>
{
    public override string Page
        => "r_correlated_subqueries";

    protected override void Check(InQueryExpression node, RefusalContext context)
    {
        if (node is { IsNegated: true, Query: SelectQuery select }
            && context.Statement.IsOnComputeNodes
            && context.Statement.FindBlock(select) is { IsCorrelated: true } block
            && block.Sources.Any(source => source is { Kind: TableSourceKind.Table, IsOnComputeNodes: false }))
        {
            throw Correlation.NotSupported(block.OuterReferences[0].Reference);
        }
    }
}
