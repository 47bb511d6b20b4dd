using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>QUALIFY right after FROM needs an alias on the last item of FROM.</summary>
internal sealed class QualifyAliasRule : RefusalRule<SelectQuery>
{
    public override string Page
        => "r_QUALIFY_clause";

    protected override void Check(SelectQuery node, RefusalContext context)
    {
        if (node is { Qualify: not null, Where: null, GroupBy.Count: 0, Having: null, ConnectBy: null, From: [.., { Alias: null } last] }
            && last is not JoinedTable)
        {
            throw RefusalContext.SyntaxError("QUALIFY", node.Qualify);
        }
    }
}
