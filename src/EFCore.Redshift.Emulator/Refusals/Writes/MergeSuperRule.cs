using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>MERGE takes SUPER columns as a whole.</summary>
internal sealed class MergeSuperRule : RefusalRule<MergeStatement>
{
    public override string Page
        => "r_MERGE";

    protected override void Check(MergeStatement node, RefusalContext context)
    {
        if (context.Statement.FindBlock(node)!.References.FirstOrDefault(reference => reference.HasPath) is { } path)
        {
            throw RefusalContext.NotSupported("Partial reference of SUPER column is not supported in MERGE statement.", path.Reference);
        }
    }
}
