using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>The delimiter of LISTAGG is a constant.</summary>
internal sealed class ListAggDelimiterRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "r_LISTAGG";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node is { Name.Name: "listagg", Arguments: [_, var delimiter] } && !Constant.Is(delimiter, context.Statement))
        {
            throw RefusalContext.NotSupported("the delimiter of LISTAGG must be a constant", delimiter);
        }
    }
}
