using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     The quotient of decimals has a precision and a scale that follow from their types, where PostgreSQL gives some sixteen digits.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_numeric_computations201.html
/// </summary>
internal sealed class DecimalDivision : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is BinaryExpression { Operator: "/" } division && original is BinaryExpression written
            && DecimalType.Of(written.Left, context) is { } left && DecimalType.Of(written.Right, context) is { } right
            && !(left.IsInteger && right.IsInteger)
                ? new CastExpression(division, TypeOf(DecimalType.Quotient(left, right)))
                : node;

    private static TypeName TypeOf(DecimalType type) => new("numeric") { Modifiers = [type.Precision, type.Scale] };
}
