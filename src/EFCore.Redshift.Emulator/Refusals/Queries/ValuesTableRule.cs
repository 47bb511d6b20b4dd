using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>VALUES stands in INSERT only: it is no table and no statement.</summary>
internal sealed class ValuesTableRule : RefusalRule<ValuesQuery>
{
    public override string Page
        => "c_unsupported-postgresql-features";

    protected override void Check(ValuesQuery node, RefusalContext context)
    {
        if (context.Parent is not InsertStatement || node.OrderBy.Count > 0 || node.Limit is not null || node.Offset is not null)
        {
            throw RefusalContext.SyntaxError("VALUES", node);
        }
    }
}
