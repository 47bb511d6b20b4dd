using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     MERGE … REMOVE DUPLICATES puts the source's rows, each once, in the place of the target's rows that match them.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_MERGE.html
/// </summary>
internal sealed class Merge : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
    {
        if (node is not MergeStatement { RemoveDuplicates: true } merge)
        {
            return node;
        }

        context.RunBefore(new DeleteStatement(merge.Target) { Using = [merge.Source], Where = merge.On });
        context.CommandTag = "MERGE";
        return new InsertStatement(merge.Target)
        {
            Source = new SelectQuery([new SelectStar([])]) { Quantifier = SetQuantifier.Distinct, From = [merge.Source] }
        };
    }
}
