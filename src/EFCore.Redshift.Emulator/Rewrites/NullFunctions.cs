using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     NVL is COALESCE, NVL2 and DECODE are CASE.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_NVL_function.html https://docs.aws.amazon.com/redshift/latest/dg/r_DECODE_expression.html
/// </summary>
internal sealed class NullFunctions : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node switch
        {
            FunctionCall { Name: { Name: "nvl", Parts.Count: 1 } } call => call with { Name = new QualifiedName("coalesce") },
            FunctionCall { Name: { Name: "nvl2", Parts.Count: 1 }, Arguments: [var value, var otherwise, var whenNull] } => new CaseExpression(
                null, [new CaseBranch(new IsExpression(value, IsTest.Null, IsNegated: true), otherwise)], whenNull),
            FunctionCall { Name: { Name: "decode", Parts.Count: 1 }, Arguments: { Count: >= 3 } arguments } => Decode(arguments),
            _ => node
        };

    // NULL matches NULL.
    private static CaseExpression Decode(IReadOnlyList<Expression> arguments)
    {
        var branches = new List<CaseBranch>();
        for (var i = 1; i + 1 < arguments.Count; i += 2)
        {
            Expression matches = arguments[i] is NullLiteral
                ? new IsExpression(arguments[0], IsTest.Null, IsNegated: false)
                : new DistinctFromExpression(arguments[0], arguments[i], IsNegated: true);
            branches.Add(new CaseBranch(matches, arguments[i + 1]));
        }

        return new CaseExpression(null, branches, arguments.Count % 2 == 0 ? arguments[^1] : null);
    }
}
