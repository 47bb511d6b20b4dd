using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     A string cast to VARBYTE is its bytes, and cast to SUPER a JSON string; PostgreSQL would hand the literal to the type's own input,
///     which takes hexadecimal digits and JSON. https://docs.aws.amazon.com/redshift/latest/dg/r_VARBYTE_type.html
/// </summary>
internal sealed class Literals : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is CastExpression { Operand: StringLiteral literal, Type.Name: "varbyte" or "super" } cast
            ? cast with { Operand = new CastExpression(literal, new TypeName("character varying")) }
            : node;
}
