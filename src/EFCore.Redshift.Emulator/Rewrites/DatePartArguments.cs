using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     Date parts, bare or quoted, become strings with the part's canonical name; a string in place of a date becomes a timestamp, since
///     PostgreSQL would take it for one with a time zone.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_Dateparts_for_datetime_functions.html
/// </summary>
internal sealed class DatePartArguments : RewriteRule
{
    private static readonly TypeName Timestamp = new("timestamp without time zone");

    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node switch
        {
            ExtractExpression extract => Emulated.Call("extract", Part(extract.Field), AsTimestamp(extract.Source)),
            FunctionCall { Name.Name: "dateadd", Arguments: [var part, var amount, var value] } call
                => call with { Arguments = [Part(part), amount, AsTimestamp(value)] },
            FunctionCall { Name.Name: "datediff", Arguments: [var part, var start, var finish] } call
                => call with { Arguments = [Part(part), AsTimestamp(start), AsTimestamp(finish)] },
            FunctionCall { Name.Name: "date_part" or "date_trunc" or "pgdate_part", Arguments: [var part, var value] } call
                => call with { Arguments = [Part(part), AsTimestamp(value)] },
            FunctionCall { Name.Name: "add_months" or "next_day", Arguments: [StringLiteral value, var other] } call
                => call with { Arguments = [AsTimestamp(value), other] },
            FunctionCall { Name.Name: "last_day", Arguments: [StringLiteral value] } call => call with { Arguments = [AsTimestamp(value)] },
            FunctionCall { Name.Name: "months_between", Arguments: [var first, var second] } call
                => call with { Arguments = [AsTimestamp(first), AsTimestamp(second)] },
            FunctionCall { Name.Name: "convert_timezone", Arguments: [var zone, StringLiteral value] } call
                => call with { Arguments = [zone, AsTimestamp(value)] },
            FunctionCall { Name.Name: "convert_timezone", Arguments: [var source, var target, StringLiteral value] } call
                => call with { Arguments = [source, target, AsTimestamp(value)] },
            _ => node
        };

    private static Expression Part(Expression part)
        => part switch
        {
            ColumnReference { Parts: [var name] } => Part(name),
            StringLiteral literal => Part(literal.Value),
            _ => part
        };

    // A name that is no date part is PostgreSQL's to refuse.
    private static StringLiteral Part(string name) => new(DateParts.Find(name) ?? name);

    private static Expression AsTimestamp(Expression value)
        => value is StringLiteral literal ? new CastExpression(literal, IsTime(literal.Value) ? new TypeName("time without time zone") : Timestamp) : value;

    private static bool IsTime(string value) => value.Contains(':') && value.AsSpan().IndexOfAny("-/ ") < 0;
}
