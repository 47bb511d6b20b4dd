using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>The names of PostgreSQL's system columns are taken.</summary>
internal sealed class SystemColumnNameRule : RefusalRule<ColumnDefinition>
{
    public override string Page
        => "c_unsupported-postgresql-features";

    protected override void Check(ColumnDefinition node, RefusalContext context)
    {
        if (node.Name.Name is "oid" or "tableoid" or "xmin" or "cmin" or "xmax" or "cmax" or "ctid")
        {
            throw RefusalContext.Error("42701", $"column name \"{node.Name.Name}\" conflicts with a system column name", node);
        }
    }
}
