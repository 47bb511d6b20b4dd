using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>Only the length of a VARCHAR column is changed.</summary>
internal sealed class AlterColumnTypeRule : RefusalRule<AlterColumnTypeAction>
{
    public override string Page
        => "r_ALTER_TABLE";

    protected override void Check(AlterColumnTypeAction node, RefusalContext context)
    {
        var alter = (AlterTableStatement)context.Parent!;
        var column = context.Statement.FindSource(alter)?.FindColumn(node.Column.Name);
        if (node.Using is not null)
        {
            throw RefusalContext.SyntaxError("USING", node.Using);
        }

        if (node.Type.Name != "character varying" || column?.Type?.StartsWith("character varying", StringComparison.Ordinal) == false)
        {
            throw RefusalContext.NotSupported(
                $"cannot alter type of column \"{node.Column.Name}\": only the length of a VARCHAR column can be changed",
                node,
                "Add a column, copy the values by UPDATE, drop the old column and rename the new one.");
        }
    }
}
