using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>MERGE has no WITH and no alias for its target.</summary>
internal sealed class MergeTargetRule : RefusalRule<MergeStatement>
{
    public override string Page
        => "r_MERGE";

    protected override void Check(MergeStatement node, RefusalContext context)
    {
        if (node.With is not null)
        {
            throw RefusalContext.SyntaxError("MERGE", node);
        }

        if (node.TargetAlias is { } alias)
        {
            throw RefusalContext.SyntaxError(alias.Name, alias);
        }
    }
}
