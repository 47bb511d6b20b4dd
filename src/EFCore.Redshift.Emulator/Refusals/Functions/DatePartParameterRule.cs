using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>The date part of DATEADD and DATEDIFF is written out.</summary>
internal sealed class DatePartParameterRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_DATEADD_function";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node is { Name.Name: "dateadd" or "datediff", Arguments: [not (ColumnReference or StringLiteral) and var part, ..] })
        {
            throw RefusalContext.NotSupported($"the date part of {node.Name.Name} must be a literal", part);
        }
    }
}
