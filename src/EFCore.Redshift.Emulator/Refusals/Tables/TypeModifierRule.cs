using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>The limits of lengths, precision and scale.</summary>
internal sealed class TypeModifierRule : RefusalRule<TypeName>
{
    public override string Page
        => "c_Supported_data_types";

    protected override void Check(TypeName node, RefusalContext context)
    {
        switch (node)
        {
            case { Name: "character varying", Modifiers: [var length] } when length is < 1 or > 65535:
                throw OutOfRange($"length for type varchar must be between 1 and 65535, not {length}", node);
            case { Name: "character", Modifiers: [var length] } when length is < 1 or > 4096:
                throw OutOfRange($"length for type char must be between 1 and 4096, not {length}", node);
            case { Name: "varbyte", Modifiers: [var length] } when length is < 1 or > 16777216:
                throw OutOfRange($"length for type varbyte must be between 1 and 16777216, not {length}", node);
            case { Name: "numeric", Modifiers: [var precision, ..] } when precision is < 1 or > 38:
                throw OutOfRange($"DECIMAL precision {precision} must be between 1 and 38", node);
            case { Name: "numeric", Modifiers: [var precision, var scale] } when scale < 0 || scale > 37 || scale > precision:
                throw OutOfRange($"DECIMAL scale {scale} must be between 0 and precision {Math.Min(precision, 37)}", node);
        }
    }

    private static RedshiftErrorException OutOfRange(string message, TypeName type)
        => new("22023", message, position: RefusalContext.PositionOf(type));
}
