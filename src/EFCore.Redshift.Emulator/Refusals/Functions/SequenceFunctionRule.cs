using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>There are no sequences, and no functions of sequences.</summary>
internal sealed class SequenceFunctionRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "c_unsupported-postgresql-functions";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.Name.Name is "nextval" or "currval" or "setval" or "lastval")
        {
            throw RefusalContext.NotSupported(
                $"Function \"{node.Name.Name}\" not supported", node, "Redshift has no sequences; use an IDENTITY column.");
        }
    }
}
