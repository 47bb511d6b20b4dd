using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Sessions;

/// <summary>
///     Statements that Redshift lacks, such as CREATE INDEX and CREATE SEQUENCE, or that the emulator leaves out.
/// </summary>
internal sealed class UnsupportedStatementRule : RefusalRule<UnsupportedStatement>
{
    public override string Page
        => "c_redshift-sql-implementated-differently";

    protected override void Check(UnsupportedStatement node, RefusalContext context)
    {
        throw RefusalContext.NotSupported($"SQL command \"{node.Command}\" not supported.", node);
    }
}
