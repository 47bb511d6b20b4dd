using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>The percentile is a constant from 0 to 1.</summary>
internal sealed class PercentileConstantRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_PERCENTILE_CONT";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node is { Name.Name: "percentile_cont" or "percentile_disc", Arguments: [var percentile] } && !Constant.Is(percentile, context.Statement))
        {
            throw RefusalContext.NotSupported("the percentile must be a constant between 0 and 1", percentile);
        }
    }
}
