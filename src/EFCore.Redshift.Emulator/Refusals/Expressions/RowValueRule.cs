using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>Row values stand in (a, b) IN ((1, 2), (3, 4)) only, and ROW nowhere.</summary>
internal sealed class RowValueRule : RefusalRule<RowExpression>
{
    public override string Page
        => "c_unsupported-postgresql-features";

    protected override void Check(RowExpression node, RefusalContext context)
    {
        if (node.HasKeyword)
        {
            throw RefusalContext.NotSupported("row constructors are not supported", node);
        }

        if (context.Parent is not InListExpression list
            || list.Operand is not RowExpression operand
            || list.Items.Any(item => item is not RowExpression row || row.Items.Count != operand.Items.Count))
        {
            throw RefusalContext.NotSupported("row constructors are not supported", node, "Compare the columns one by one.");
        }
    }
}
