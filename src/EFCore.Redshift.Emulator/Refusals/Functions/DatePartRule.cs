using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>Only the documented date parts and their abbreviations are known.</summary>
internal sealed class DatePartRule : RefusalRule<Expression>
{
    public override string Page
        => "r_Dateparts_for_datetime_functions";

    protected override void Check(Expression node, RefusalContext context)
    {
        var part = node switch
        {
            ExtractExpression extract => extract.Field,
            FunctionCall { Arguments: [ColumnReference reference, ..] } when context.Statement.Find(reference)?.Kind == ColumnBindingKind.DatePart
                => reference.Parts[0],
            FunctionCall { Arguments: [StringLiteral literal, ..] } call when DateParts.AreTakenBy(call.Name.Name) => literal.Value,
            _ => null
        };

        if (part is not null && DateParts.Find(part) is null)
        {
            throw RefusalContext.Error("22023", $"invalid date part \"{part}\"", node);
        }
    }
}
