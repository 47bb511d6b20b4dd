using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>A VALUES list of several rows holds no subqueries.</summary>
internal sealed class MultiRowSubqueryRule : RefusalRule<InsertStatement>
{
    public override string Page
        => "r_INSERT_30";

    protected override void Check(InsertStatement node, RefusalContext context)
    {
        if (node.Source is ValuesQuery { Rows.Count: > 1 } values && values.Rows.Any(row => row.Items.Any(Subquery.IsWithin)))
        {
            throw RefusalContext.NotSupported("can't use subqueries in multi-row VALUES", values);
        }
    }
}
