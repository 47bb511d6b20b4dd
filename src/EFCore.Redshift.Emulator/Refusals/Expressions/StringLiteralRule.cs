using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>Strings are written in plain quotes: no E, U&amp;, B or X before them.</summary>
internal sealed class StringLiteralRule : RefusalRule<StringLiteral>
{
    public override string Page
        => "r_Character_types";

    protected override void Check(StringLiteral node, RefusalContext context)
    {
        switch (node.Kind)
        {
            case StringLiteralKind.Escape:
                throw RefusalContext.Error("42704", "type \"e\" does not exist", node);
            case StringLiteralKind.Unicode:
                throw RefusalContext.Error("42703", "column \"u\" does not exist", node);
            case StringLiteralKind.Bit or StringLiteralKind.Hexadecimal:
                throw RefusalContext.NotSupported("bit string literals are not supported", node);
        }
    }
}
