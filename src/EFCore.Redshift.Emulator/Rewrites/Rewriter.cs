using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>Turns the tree of a statement of Redshift's into one of PostgreSQL's with the same meaning, in one walk.</summary>
internal sealed class Rewriter(IReadOnlyList<RewriteRule> rules)
{
    /// <summary>All rules, in their order on each node: names are set before calls are replaced, and calls are qualified last.</summary>
    public static Rewriter Default { get; } = new(
    [
        new ResultNames(),
        new TypeNames(),
        new Literals(),
        new DatePartArguments(),
        new NullFunctions(),
        new KeywordFunctions(),
        new Aggregates(),
        new PowerOperator(),
        new TopClause(),
        new TransactionModes(),
        new Settings(),
        new CreateTable(),
        new AlterTable(),
        new FunctionNames()
    ]);

    public RewrittenStatement Rewrite(Statement statement, BoundStatement bound)
    {
        var context = new RewriteContext(bound);
        var tree = new RuleRewriter(rules, context).Rewrite(statement);

        return new RewrittenStatement { Tree = tree, Before = context.Before, After = context.After, CommandTag = context.CommandTag };
    }

    private sealed class RuleRewriter(IReadOnlyList<RewriteRule> rules, RewriteContext context) : SqlTreeRewriter
    {
        public override SqlNode Rewrite(SqlNode node)
        {
            var result = base.Rewrite(node);
            foreach (var rule in rules)
            {
                result = rule.Rewrite(result, node, context);
            }

            return result;
        }
    }
}
