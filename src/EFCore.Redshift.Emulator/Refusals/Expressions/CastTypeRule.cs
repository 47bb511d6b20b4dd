using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>Casts to types that Redshift lacks.</summary>
internal sealed class CastTypeRule : RefusalRule<CastExpression>
{
    public override string Page
        => "c_unsupported-postgresql-datatypes";

    protected override void Check(CastExpression node, RefusalContext context)
    {
        DataTypes.CheckExpressionType(node.Type, context);
    }
}
