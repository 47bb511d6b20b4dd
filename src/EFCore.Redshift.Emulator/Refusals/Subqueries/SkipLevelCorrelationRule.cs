using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Subqueries;

/// <summary>
///     A subquery refers to the block right around it, not to one further out; a derived table or an item of WITH in between counts.
/// </summary>
internal sealed class SkipLevelCorrelationRule : RefusalRule<SelectQuery>
{
    public override string Page
        => "r_correlated_subqueries";

    protected override void Check(SelectQuery node, RefusalContext context)
    {
        var block = context.Statement.FindBlock(node)!;
        foreach (var reference in block.References)
        {
            if (reference.IsOuter && reference.Target != block.Parent)
            {
                throw Correlation.NotSupported(reference.Reference);
            }
        }
    }
}
