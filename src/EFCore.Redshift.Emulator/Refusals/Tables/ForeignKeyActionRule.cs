using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>A foreign key has no actions, no MATCH, and is not deferrable.</summary>
internal sealed class ForeignKeyActionRule : RefusalRule<ForeignKeyReference>
{
    public override string Page
        => "r_CREATE_TABLE_NEW";

    protected override void Check(ForeignKeyReference node, RefusalContext context)
    {
        if (node.Actions is [var action, ..])
        {
            throw RefusalContext.SyntaxError(action.Split(' ')[0], node);
        }
    }
}
