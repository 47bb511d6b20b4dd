using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>
///     A column is added with a default, an encoding and NOT NULL, but not as a key, as an identity or with a collation.
/// </summary>
internal sealed class AddColumnRule : RefusalRule<AddColumnAction>
{
    public override string Page
        => "r_ALTER_TABLE";

    protected override void Check(AddColumnAction node, RefusalContext context)
    {
        if (node.IfNotExists)
        {
            throw RefusalContext.SyntaxError("NOT", node);
        }

        foreach (var attribute in node.Column.Attributes)
        {
            if (attribute is not (DefaultAttribute or EncodeAttribute or NotNullAttribute or NullAttribute))
            {
                var name = attribute.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal).ToUpperInvariant();
                throw RefusalContext.NotSupported($"ALTER TABLE ADD COLUMN does not support {name}", attribute);
            }
        }
    }
}
