using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>
///     A column's default and NOT NULL stay as they are, a table stays in its schema, and constraints keep their names.
/// </summary>
internal sealed class AlterTableActionRule : RefusalRule<AlterTableAction>
{
    public override string Page
        => "r_ALTER_TABLE";

    protected override void Check(AlterTableAction node, RefusalContext context)
    {
        switch (node)
        {
            case AlterColumnDefaultAction { Value: var value }:
                throw RefusalContext.NotSupported($"ALTER COLUMN {(value is null ? "DROP" : "SET")} DEFAULT is not supported", node);
            case AlterColumnNullAction { IsNullable: var isNullable }:
                throw RefusalContext.NotSupported($"ALTER COLUMN {(isNullable ? "DROP" : "SET")} NOT NULL is not supported", node);
            case RenameConstraintAction:
                throw RefusalContext.NotSupported("ALTER TABLE RENAME CONSTRAINT is not supported", node);
            case OtherAlterTableAction other:
                throw RefusalContext.NotSupported($"ALTER TABLE {other.Name} is not supported", node);
        }
    }
}
