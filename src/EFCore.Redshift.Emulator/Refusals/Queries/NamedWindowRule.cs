using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>There is no WINDOW clause.</summary>
internal sealed class NamedWindowRule : RefusalRule<NamedWindow>
{
    public override string Page
        => "c_Window_functions";

    protected override void Check(NamedWindow node, RefusalContext context)
    {
        throw RefusalContext.SyntaxError("WINDOW", node);
    }
}
