using EFCore.Redshift.Emulator.Sql;
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
                throw new RedshiftErrorException("42704", "type \"e\" does not exist", position: RefusalContext.PositionOf(node));
            case StringLiteralKind.Unicode:
                throw new RedshiftErrorException("42703", "column \"u\" does not exist", position: RefusalContext.PositionOf(node));
            case StringLiteralKind.Bit or StringLiteralKind.Hexadecimal:
                throw RefusalContext.NotSupported("bit string literals are not supported", node);
        }
    }
}
