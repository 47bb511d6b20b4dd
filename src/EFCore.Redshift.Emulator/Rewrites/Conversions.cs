using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     TRY_CAST gives NULL where CAST fails; COLLATE is a function.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_TRY_CAST.html https://docs.aws.amazon.com/redshift/latest/dg/r_COLLATE.html
/// </summary>
internal sealed class Conversions : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node switch
        {
            CastExpression { Syntax: CastSyntax.TryCast } cast => new CastExpression(
                Emulated.Call("_try_cast", new CastExpression(cast.Operand, new TypeName("text")), new StringLiteral(SqlPrinter.Print(cast.Type))), cast.Type),
            FunctionCall { Name: { Name: "collate", Parts.Count: 1 }, Arguments: [var value, StringLiteral { Value: "case_insensitive" or "case_sensitive" } name] }
                => new CollateExpression(value, Emulated.Name(name.Value)),
            _ => node
        };
}
