using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>A result column without an alias is named after the function that was written, not after what stands in its place.</summary>
internal sealed class ResultNames : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is SelectExpression { Alias: null } item && original is SelectExpression written
            && NameOf(written.Expression) is { } name && name != NameOf(item.Expression)
                ? item with { Alias = new Identifier(name) }
                : node;

    private static string? NameOf(Expression expression)
        => expression switch
        {
            FunctionCall { Name: { Name: "nvl", Parts.Count: 1 } } => "coalesce",
            FunctionCall { Name: { Name: "nvl2" or "decode", Parts.Count: 1 } } or CaseExpression => "case",
            FunctionCall call => call.Name.Name,
            KeywordFunction function => function.Name,
            ExtractExpression => "date_part",
            ColumnReference reference => reference.Parts[^1],
            FieldAccess access => access.Name,
            Subscript subscript => NameOf(subscript.Operand),
            BinaryExpression => "?column?",
            _ => null
        };
}
