using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>ALTER TABLE has no IF EXISTS.</summary>
internal sealed class AlterTableIfExistsRule : RefusalRule<SqlNode>
{
    public override string Page
        => "r_ALTER_TABLE";

    protected override void Check(SqlNode node, RefusalContext context)
    {
        if (node is AlterTableStatement { IfExists: true } or DropColumnAction { IfExists: true } or DropConstraintAction { IfExists: true })
        {
            throw RefusalContext.SyntaxError("EXISTS", node);
        }
    }
}
