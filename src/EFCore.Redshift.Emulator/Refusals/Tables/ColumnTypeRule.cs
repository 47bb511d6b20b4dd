using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>Columns have the types of Redshift; external tables have others too.</summary>
internal sealed class ColumnTypeRule : RefusalRule<ColumnDefinition>
{
    public override string Page
        => "c_unsupported-postgresql-datatypes";

    protected override void Check(ColumnDefinition node, RefusalContext context)
    {
        if (context.Parent is CreateTableStatement or AddColumnAction)
        {
            DataTypes.CheckColumnType(node, context);
        }
    }
}
