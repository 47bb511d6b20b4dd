using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>Column names differ by more than case, unless enable_case_sensitive_identifier is on.</summary>
internal sealed class DuplicateColumnRule : RefusalRule<CreateTableStatement>
{
    public override string Page
        => "r_names";

    protected override void Check(CreateTableStatement node, RefusalContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in node.Elements.OfType<ColumnDefinition>())
        {
            if (!names.Add(column.Name.Name))
            {
                throw RefusalContext.Error("42701", $"column \"{column.Name.Name}\" specified more than once", column);
            }
        }
    }
}
