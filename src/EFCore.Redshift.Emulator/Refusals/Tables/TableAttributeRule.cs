using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>What only PostgreSQL takes after the columns.</summary>
internal sealed class TableAttributeRule : RefusalRule<UnsupportedTableAttribute>
{
    public override string Page
        => "r_CREATE_TABLE_NEW";

    protected override void Check(UnsupportedTableAttribute node, RefusalContext context)
    {
        throw RefusalContext.SyntaxError(node.Name.Split(' ')[0], node);
    }
}
