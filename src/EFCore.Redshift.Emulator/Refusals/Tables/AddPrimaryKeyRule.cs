using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>A primary key is not added to a column that takes NULL.</summary>
internal sealed class AddPrimaryKeyRule : RefusalRule<AddConstraintAction>
{
    public override string Page
        => "r_ALTER_TABLE";

    protected override void Check(AddConstraintAction node, RefusalContext context)
    {
        if (node.Constraint is not PrimaryKeyConstraint key
            || context.Statement.FindSource(context.Parent!)?.Relation is not { } relation)
        {
            return;
        }

        foreach (var column in key.Columns)
        {
            if (relation.Columns.Any(known => known.Name == column.Name && known.IsNullable))
            {
                throw RefusalContext.Error("42P16", $"column \"{column.Name}\" is nullable and cannot be part of a primary key", column);
            }
        }
    }
}
