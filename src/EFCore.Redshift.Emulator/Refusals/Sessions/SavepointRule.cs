using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Sessions;

/// <summary>There are no savepoints.</summary>
internal sealed class SavepointRule : RefusalRule<SavepointStatement>
{
    public override string Page
        => "c_unsupported-postgresql-functions";

    protected override void Check(SavepointStatement node, RefusalContext context)
    {
        var command = node.Action switch
        {
            SavepointAction.Save => "SAVEPOINT",
            SavepointAction.Release => "RELEASE SAVEPOINT",
            _ => "ROLLBACK TO SAVEPOINT"
        };

        throw RefusalContext.NotSupported($"SQL command \"{command}\" not supported.", node);
    }
}
