using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>Literals of types that Redshift lacks.</summary>
internal sealed class TypedLiteralRule : RefusalRule<TypedLiteral>
{
    public override string Page
        => "c_unsupported-postgresql-datatypes";

    protected override void Check(TypedLiteral node, RefusalContext context)
    {
        DataTypes.CheckExpressionType(node.Type, context);
    }
}
