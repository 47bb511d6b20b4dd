using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>The regular expression operators are ~ and !~.</summary>
internal sealed class CaseInsensitiveRegexRule : RefusalRule<BinaryExpression>
{
    public override string Page
        => "pattern-matching-conditions-posix";

    protected override void Check(BinaryExpression node, RefusalContext context)
    {
        if (node.Operator is "~*" or "!~*" && !context.Allows(UncertainFeature.CaseInsensitiveRegex))
        {
            throw RefusalContext.NotSupported($"operator {node.Operator} is not supported", node, "Use REGEXP_COUNT with the flag 'i'.");
        }
    }
}
