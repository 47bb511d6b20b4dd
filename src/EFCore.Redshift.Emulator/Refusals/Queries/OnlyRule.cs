using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>Tables do not inherit, so there is no ONLY.</summary>
internal sealed class OnlyRule : RefusalRule<SqlNode>
{
    public override string Page
        => "c_unsupported-postgresql-features";

    protected override void Check(SqlNode node, RefusalContext context)
    {
        if (node is NamedTable { IsOnly: true }
            or UpdateStatement { IsOnly: true }
            or DeleteStatement { IsOnly: true }
            or AlterTableStatement { IsOnly: true })
        {
            throw RefusalContext.SyntaxError("ONLY", node);
        }
    }
}
