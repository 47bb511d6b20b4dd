using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>
///     A materialized view has no ORDER BY, LIMIT or OFFSET, no IF NOT EXISTS and is not refreshed concurrently.
/// </summary>
internal sealed class MaterializedViewRule : RefusalRule<Statement>
{
    public override string Page
        => "materialized-view-create-sql-command";

    protected override void Check(Statement node, RefusalContext context)
    {
        switch (node)
        {
            case CreateMaterializedViewStatement { IfNotExists: true }:
                throw RefusalContext.SyntaxError("NOT", node);
            case CreateMaterializedViewStatement { Query: { OrderBy.Count: > 0 } or { Limit: not null } or { Offset: not null } }:
                throw RefusalContext.NotSupported("ORDER BY, LIMIT and OFFSET are not supported in a materialized view", node);
            case RefreshMaterializedViewStatement { IsConcurrent: true }:
                throw RefusalContext.SyntaxError("CONCURRENTLY", node);
        }
    }
}
