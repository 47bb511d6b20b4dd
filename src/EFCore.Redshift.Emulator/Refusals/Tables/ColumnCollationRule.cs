using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>A column's collation is CASE_SENSITIVE or CASE_INSENSITIVE.</summary>
internal sealed class ColumnCollationRule : RefusalRule<CollateAttribute>
{
    public override string Page
        => "r_CREATE_TABLE_NEW";

    protected override void Check(CollateAttribute node, RefusalContext context)
    {
        if (node.Collation.Name.ToUpperInvariant() is not ("CASE_SENSITIVE" or "CASE_INSENSITIVE"))
        {
            throw RefusalContext.NotSupported($"collation \"{node.Collation.Name}\" is not supported", node);
        }
    }
}
