using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>An IDENTITY column is INTEGER or BIGINT, and has no default.</summary>
internal sealed class IdentityTypeRule : RefusalRule<ColumnDefinition>
{
    public override string Page
        => "r_CREATE_TABLE_NEW";

    protected override void Check(ColumnDefinition node, RefusalContext context)
    {
        if (node.Attributes.OfType<IdentityAttribute>().FirstOrDefault() is not { } identity)
        {
            return;
        }

        if (node.Type.Name is not ("integer" or "bigint"))
        {
            throw RefusalContext.NotSupported($"identity column \"{node.Name.Name}\" must be of type INT or BIGINT", identity);
        }

        if (node.Attributes.Any(attribute => attribute is DefaultAttribute))
        {
            throw RefusalContext.Error("42601", $"both default and identity specified for column \"{node.Name.Name}\"", identity);
        }
    }
}
