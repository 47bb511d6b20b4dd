using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>LISTAGG, MEDIAN and the percentiles need a table of the compute nodes.</summary>
internal sealed class ComputeFunctionRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "c_SQL_functions_compute_node_only";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (KnownFunctions.Find(node.Name.Name) is { Node: FunctionNode.Compute } && !context.Statement.IsOnComputeNodes)
        {
            throw RefusalContext.NotSupported("One or more of the used functions must be applied on at least one user created table.", node);
        }
    }
}
