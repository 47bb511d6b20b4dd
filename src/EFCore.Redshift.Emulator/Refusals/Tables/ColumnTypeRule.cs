using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>Columns have the types of Redshift.</summary>
internal sealed class ColumnTypeRule : RefusalRule<ColumnDefinition>
{
    public override string Page
        => "c_unsupported-postgresql-datatypes";

    protected override void Check(ColumnDefinition node, RefusalContext context)
    {
        DataTypes.CheckColumnType(node, context);
    }
}
