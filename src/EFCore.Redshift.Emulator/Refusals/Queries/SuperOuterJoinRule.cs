using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>A SUPER value is not unnested in a right or full join.</summary>
internal sealed class SuperOuterJoinRule : RefusalRule<JoinedTable>
{
    public override string Page
        => "limitations-super";

    protected override void Check(JoinedTable node, RefusalContext context)
    {
        if (node.Kind is JoinKind.Right or JoinKind.Full && (IsSuper(node.Left) || IsSuper(node.Right)))
        {
            throw RefusalContext.NotSupported("SUPER values are not supported in right and full outer joins", node);
        }

        bool IsSuper(TableReference table)
            => context.Statement.FindSource(table)?.Kind == TableSourceKind.Super;
    }
}
