using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>A default has no subquery and no column.</summary>
internal sealed class DefaultExpressionRule : RefusalRule<DefaultAttribute>
{
    public override string Page
        => "r_CREATE_TABLE_NEW";

    protected override void Check(DefaultAttribute node, RefusalContext context)
    {
        if (Subquery.IsWithin(node.Value))
        {
            throw RefusalContext.NotSupported("cannot use subquery in default expression", node.Value);
        }

        var columns = Correlation.References(node.Value, context.Statement);
        if (columns.FirstOrDefault(reference => reference.Kind != ColumnBindingKind.DatePart) is { } column)
        {
            throw RefusalContext.Error("42P10", "cannot use column references in default expression", column.Reference);
        }
    }
}
