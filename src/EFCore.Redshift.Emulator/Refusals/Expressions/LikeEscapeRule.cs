using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>
///     The character after ESCAPE is a literal of one character; whether an empty one turns escaping off is not documented.
/// </summary>
internal sealed class LikeEscapeRule : RefusalRule<MatchExpression>
{
    public override string Page
        => "r_patternmatching_condition_like";

    protected override void Check(MatchExpression node, RefusalContext context)
    {
        switch (node.Escape)
        {
            case null or StringLiteral { Value.Length: 1 }:
                return;
            case StringLiteral { Value: "" } when context.Allows(UncertainFeature.LikeWithEmptyEscape):
                return;
            default:
                throw RefusalContext.Error("22025", "invalid escape string", node.Escape, "Escape string must be one character.");
        }
    }
}
