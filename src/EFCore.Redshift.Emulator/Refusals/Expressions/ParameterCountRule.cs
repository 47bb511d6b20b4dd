using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>
///     A statement has at most 32,767 parameters: the count is a signed 16-bit number in Redshift's drivers and protocol.
/// </summary>
internal sealed class ParameterCountRule : RefusalRule<ParameterReference>
{
    public override string Page
        => "r_PREPARE";

    protected override void Check(ParameterReference node, RefusalContext context)
    {
        if (node.Index > short.MaxValue)
        {
            throw RefusalContext.Error("54000", $"a statement cannot have more than {short.MaxValue} parameters, but it refers to ${node.Index}", node);
        }
    }
}
