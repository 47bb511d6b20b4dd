using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>There is no VARIADIC.</summary>
internal sealed class VariadicRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "c_unsupported-postgresql-functions";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.IsVariadic)
        {
            throw RefusalContext.SyntaxError("VARIADIC", node);
        }
    }
}
