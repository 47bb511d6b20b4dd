using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>INSERT has no OVERRIDING SYSTEM VALUE.</summary>
internal sealed class OverridingRule : RefusalRule<InsertStatement>
{
    public override string Page
        => "r_INSERT_30";

    protected override void Check(InsertStatement node, RefusalContext context)
    {
        if (node.Overriding is not null)
        {
            throw RefusalContext.SyntaxError("OVERRIDING", node);
        }
    }
}
