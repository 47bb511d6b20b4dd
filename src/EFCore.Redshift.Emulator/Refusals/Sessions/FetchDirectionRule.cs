using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Sessions;

/// <summary>FETCH goes forward only, and there is no MOVE.</summary>
internal sealed class FetchDirectionRule : RefusalRule<FetchStatement>
{
    public override string Page
        => "fetch";

    protected override void Check(FetchStatement node, RefusalContext context)
    {
        if (node.IsMove)
        {
            throw RefusalContext.SyntaxError("MOVE", node);
        }

        if (node.Direction is not (FetchDirection.Next or FetchDirection.All or FetchDirection.Forward or FetchDirection.ForwardAll))
        {
            throw RefusalContext.NotSupported("cursors scroll forward only: FETCH takes NEXT, ALL, FORWARD n and FORWARD ALL", node);
        }
    }
}
