using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>A power is double precision, of decimals too. https://docs.aws.amazon.com/redshift/latest/dg/r_OPERATOR_SYMBOLS.html</summary>
internal sealed class PowerOperator : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is BinaryExpression { Operator: "^" } power ? Emulated.Call("power", power.Left, power.Right) : node;
}
