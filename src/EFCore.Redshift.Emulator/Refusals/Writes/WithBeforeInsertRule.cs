using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>WITH stands before the query of an INSERT, not before the INSERT.</summary>
internal sealed class WithBeforeInsertRule : RefusalRule<InsertStatement>
{
    public override string Page
        => "r_WITH_clause";

    protected override void Check(InsertStatement node, RefusalContext context)
    {
        if (node.With is not null)
        {
            throw RefusalContext.SyntaxError("INSERT", node);
        }
    }
}
