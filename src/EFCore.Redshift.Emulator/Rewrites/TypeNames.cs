using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     Types without a length or a precision have one in Redshift: DECIMAL is DECIMAL(18,0) everywhere; VARCHAR and TEXT are VARCHAR(256)
///     and BPCHAR is CHAR(256) where they are types of columns.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html https://docs.aws.amazon.com/redshift/latest/dg/r_Numeric_types201.html
/// </summary>
internal sealed class TypeNames : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node switch
        {
            TypeName { Name: "numeric", Modifiers: [] } type => type with { Modifiers = [18, 0] },
            TypeName { Name: "interval", Interval: { From: "year" or "month", To: null or "month" } } type
                => type with { Name = "intervaly2m", Interval = null },
            TypeName { Name: "interval", Interval: not null } type => type with { Name = "intervald2s", Interval = null },
            ColumnDefinition column => column with { Type = OfColumn(column.Type) },
            AlterColumnTypeAction action => action with { Type = OfColumn(action.Type) },
            _ => node
        };

    private static TypeName OfColumn(TypeName type)
        => type switch
        {
            { Name: "text" or "character varying", Modifiers: [] } => type with { Name = "character varying", Modifiers = [256] },
            { Name: "bpchar", Modifiers: [] } => type with { Name = "character", Modifiers = [256] },
            { Name: "varbyte", Modifiers: [] } => type with { Modifiers = [64000] },
            _ => type
        };
}
