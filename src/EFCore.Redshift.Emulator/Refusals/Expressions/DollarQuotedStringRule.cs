using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>Dollar quotes are documented for the bodies of procedures only.</summary>
internal sealed class DollarQuotedStringRule : RefusalRule<StringLiteral>
{
    public override string Page
        => "r_CREATE_PROCEDURE";

    protected override void Check(StringLiteral node, RefusalContext context)
    {
        if (node.Kind == StringLiteralKind.DollarQuoted && !context.Allows(UncertainFeature.DollarQuotedString))
        {
            throw RefusalContext.SyntaxError("$", node);
        }
    }
}
