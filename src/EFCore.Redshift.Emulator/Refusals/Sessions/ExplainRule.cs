using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Sessions;

/// <summary>EXPLAIN shows a plan, and has VERBOSE only.</summary>
internal sealed class ExplainRule : RefusalRule<ExplainStatement>
{
    public override string Page
        => "r_EXPLAIN";

    protected override void Check(ExplainStatement node, RefusalContext context)
    {
        if (node.IsAnalyze)
        {
            throw RefusalContext.SyntaxError("ANALYZE", node);
        }

        if (node.Options.Count > 0)
        {
            throw RefusalContext.SyntaxError("(", node);
        }
    }
}
