using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Sessions;

/// <summary>A transaction has an isolation level and is read-only or not; it is not DEFERRABLE.</summary>
internal sealed class TransactionModeRule : RefusalRule<TransactionMode>
{
    public override string Page
        => "r_BEGIN";

    protected override void Check(TransactionMode node, RefusalContext context)
    {
        if (node.IsDeferrable is not null)
        {
            throw RefusalContext.SyntaxError("DEFERRABLE", node);
        }
    }
}
