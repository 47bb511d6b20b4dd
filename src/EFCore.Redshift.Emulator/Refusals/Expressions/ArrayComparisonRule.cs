using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>There are no arrays, so nothing compares with ANY or ALL of one.</summary>
internal sealed class ArrayComparisonRule : RefusalRule<QuantifiedArrayExpression>
{
    public override string Page
        => "c_unsupported-postgresql-datatypes";

    protected override void Check(QuantifiedArrayExpression node, RefusalContext context)
    {
        throw RefusalContext.NotSupported(
            $"{node.Operator} {node.Quantifier.ToString().ToUpperInvariant()} (array) is not supported", node, "Use IN with a list.");
    }
}
