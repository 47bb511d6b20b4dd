using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>A view WITH NO SCHEMA BINDING qualifies the tables it reads.</summary>
internal sealed class LateBindingViewRule : RefusalRule<CreateViewStatement>
{
    public override string Page
        => "r_CREATE_VIEW";

    protected override void Check(CreateViewStatement node, RefusalContext context)
    {
        if (node.NoSchemaBinding && Unqualified(node.Query, context) is { } table)
        {
            throw RefusalContext.NotSupported("All the relation names inside should be qualified when creating VIEW WITH NO SCHEMA BINDING.", table);
        }
    }

    private static NamedTable? Unqualified(SqlNode node, RefusalContext context)
        => node is NamedTable { Name.Parts.Count: 1 } table && context.Statement.FindSource(table)?.Kind == TableSourceKind.Table
            ? table
            : node.Children.Select(child => Unqualified(child, context)).FirstOrDefault(found => found is not null);
}
