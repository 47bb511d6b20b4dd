using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>The source of MERGE is a table: no view, no query, and not the target.</summary>
internal sealed class MergeSourceRule : RefusalRule<MergeStatement>
{
    public override string Page
        => "r_MERGE";

    protected override void Check(MergeStatement node, RefusalContext context)
    {
        if (node.Source is not NamedTable source
            || context.Statement.FindSource(source) is { Kind: not TableSourceKind.Table } or { Relation.IsView: true })
        {
            throw RefusalContext.NotSupported("MERGE source must be a table", node.Source);
        }

        if (source.Name.Name == node.Target.Name && (source.Name.Schema ?? node.Target.Schema) == (node.Target.Schema ?? source.Name.Schema))
        {
            throw RefusalContext.NotSupported("Source and target of MERGE must be different tables", node.Source);
        }
    }
}
