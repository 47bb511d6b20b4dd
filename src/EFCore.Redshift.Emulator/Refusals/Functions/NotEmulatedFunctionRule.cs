using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>The emulator leaves the functions of GEOMETRY, GEOGRAPHY and HLLSKETCH out.</summary>
internal sealed class NotEmulatedFunctionRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "geospatial-functions";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (KnownFunctions.Find(node.Name.Name) is { Kind: FunctionKind.NotEmulated })
        {
            throw RefusalContext.NotSupported(
                $"function {node.Name.Name} is not emulated", node, "Redshift has it; this emulator does not.");
        }
    }
}
