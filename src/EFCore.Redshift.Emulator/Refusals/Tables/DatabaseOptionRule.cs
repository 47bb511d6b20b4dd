using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>
///     A database has an owner, a connection limit, a collation and an isolation level; no template, encoding or locale.
/// </summary>
internal sealed class DatabaseOptionRule : RefusalRule<DatabaseOption>
{
    public override string Page
        => "r_CREATE_DATABASE";

    protected override void Check(DatabaseOption node, RefusalContext context)
    {
        if (node.Name is not ("OWNER" or "CONNECTION LIMIT" or "COLLATE" or "ISOLATION LEVEL" or "RENAME TO" or "OWNER TO"))
        {
            throw RefusalContext.SyntaxError(node.Name, node);
        }
    }
}
