using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>EXCLUDE leaves columns out of a star. https://docs.aws.amazon.com/redshift/latest/dg/r_EXCLUDE_list.html</summary>
internal sealed class ExcludeClause : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is SelectQuery { Exclude: not [] } select
            ? select with { Exclude = [], Items = [.. select.Items.SelectMany(item => Expand(item, select.Exclude, (SelectQuery)original, context))] }
            : node;

    private static IEnumerable<SelectItem> Expand(
        SelectItem item, IReadOnlyList<Identifier> excluded, SelectQuery original, RewriteContext context)
        => item is SelectStar star
            ? from column in StarColumns.Of(star, original, "EXCLUDE", context)
              where excluded.All(identifier => identifier.Name != column.Parts[^1])
              select new SelectExpression(column)
            : [item];
}
