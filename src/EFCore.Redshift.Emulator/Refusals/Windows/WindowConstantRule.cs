using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Windows;

/// <summary>A window is not partitioned or ordered by constants.</summary>
internal sealed class WindowConstantRule : RefusalRule<WindowSpecification>
{
    public override string Page
        => "c_Window_functions";

    protected override void Check(WindowSpecification node, RefusalContext context)
    {
        if (node.OrderBy.FirstOrDefault(item => Constant.Is(item.Expression, context.Statement)) is { } order)
        {
            throw RefusalContext.NotSupported("constant expressions are not supported in ORDER BY of a window", order);
        }

        if (node.PartitionBy.FirstOrDefault(expression => Constant.Is(expression, context.Statement)) is { } partition)
        {
            throw RefusalContext.NotSupported("constant expressions are not supported in partition by clauses", partition);
        }
    }
}
