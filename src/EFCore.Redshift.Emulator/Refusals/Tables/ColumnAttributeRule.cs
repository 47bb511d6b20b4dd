using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>Columns have no CHECK, no GENERATED ALWAYS and are not computed.</summary>
internal sealed class ColumnAttributeRule : RefusalRule<ColumnAttribute>
{
    public override string Page
        => "c_unsupported-postgresql-features";

    protected override void Check(ColumnAttribute node, RefusalContext context)
    {
        switch (node)
        {
            case CheckAttribute:
                throw RefusalContext.NotSupported("CHECK constraints are not supported", node);
            case ComputedAttribute:
                throw RefusalContext.NotSupported("generated columns are not supported", node);
            case IdentityAttribute { Kind: IdentityKind.GeneratedAlways }:
                throw RefusalContext.SyntaxError("ALWAYS", node);
        }
    }
}
