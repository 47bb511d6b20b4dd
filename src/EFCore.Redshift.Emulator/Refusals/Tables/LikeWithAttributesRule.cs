using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>A table made by LIKE takes its keys from the other one.</summary>
internal sealed class LikeWithAttributesRule : RefusalRule<CreateTableStatement>
{
    public override string Page
        => "r_CREATE_TABLE_NEW";

    protected override void Check(CreateTableStatement node, RefusalContext context)
    {
        if (node.Elements.Any(element => element is LikeElement)
            && node.Attributes.FirstOrDefault(
                attribute => attribute is DistStyleTableAttribute or DistKeyTableAttribute or SortKeyTableAttribute) is { } key)
        {
            throw RefusalContext.NotSupported("LIKE cannot be combined with distribution and sort attributes", key);
        }
    }
}
