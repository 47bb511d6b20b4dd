using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>One sort key, of at most 400 columns, or 8 when it is interleaved.</summary>
internal sealed class SortKeyRule : RefusalRule<Statement>
{
    public override string Page
        => "r_CREATE_TABLE_NEW";

    protected override void Check(Statement node, RefusalContext context)
    {
        var (attributes, elements) = KeyAttributes.Of(node);
        if (attributes is null)
        {
            return;
        }

        var ofColumns = elements.OfType<ColumnDefinition>()
            .Where(column => column.Attributes.Any(attribute => attribute is SortKeyAttribute))
            .Select(column => column.Name)
            .ToList();
        var ofTable = attributes.OfType<SortKeyTableAttribute>().ToList();

        if (ofTable.Count + (ofColumns.Count > 0 ? 1 : 0) > 1 || ofColumns.Count > 1)
        {
            throw RefusalContext.NotSupported("a table can have one sort key only", node);
        }

        if (ofTable is [{ Kind: SortKeyKind.Interleaved, Columns.Count: > 8 } interleaved])
        {
            throw RefusalContext.NotSupported("an interleaved sort key can have 8 columns at most", interleaved);
        }

        if (ofTable is [{ Columns.Count: > 400 } compound])
        {
            throw RefusalContext.NotSupported("a sort key can have 400 columns at most", compound);
        }

        if (node is CreateTableStatement)
        {
            KeyAttributes.Check([.. ofColumns, .. ofTable.SelectMany(attribute => attribute.Columns)], elements, "sort");
        }
    }
}
