using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>Arguments have no names.</summary>
internal sealed class NamedArgumentRule : RefusalRule<NamedArgument>
{
    public override string Page
        => "c_SQL_functions";

    protected override void Check(NamedArgument node, RefusalContext context)
    {
        throw RefusalContext.SyntaxError("=>", node);
    }
}
