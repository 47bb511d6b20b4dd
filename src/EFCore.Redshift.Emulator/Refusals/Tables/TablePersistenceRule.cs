using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>A table is temporary or not: there is no UNLOGGED and no GLOBAL TEMPORARY.</summary>
internal sealed class TablePersistenceRule : RefusalRule<Statement>
{
    public override string Page
        => "r_CREATE_TABLE_NEW";

    protected override void Check(Statement node, RefusalContext context)
    {
        var persistence = node switch
        {
            CreateTableStatement table => table.Persistence,
            CreateTableAsStatement table => table.Persistence,
            SelectQuery { Into: { } into } => into.Persistence,
            _ => TablePersistence.Permanent
        };

        switch (persistence)
        {
            case TablePersistence.Unlogged:
                throw RefusalContext.SyntaxError("UNLOGGED", node);
            case TablePersistence.GlobalTemporary:
                throw RefusalContext.SyntaxError("GLOBAL", node);
        }
    }
}
