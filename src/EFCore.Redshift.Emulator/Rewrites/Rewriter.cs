using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>Turns the tree of a statement of Redshift's into one of PostgreSQL's with the same meaning, in one walk.</summary>
internal sealed class Rewriter(IReadOnlyList<RewriteRule> rules)
{
    /// <summary>All rules, in their order on each node: names are set before calls are replaced, and calls are qualified last.</summary>
    public static Rewriter Default { get; } = new(
    [
        new OuterJoinMarks(),
        new SelectAliases(),
        new SuperPaths(),
        new SuperValues(),
        new ResultNames(),
        new TypeNames(),
        new Literals(),
        new DatePartArguments(),
        new NullFunctions(),
        new KeywordFunctions(),
        new Aggregates(),
        new IgnoredNulls(),
        new Conversions(),
        new PowerOperator(),
        new DecimalDivision(),
        new TopClause(),
        new TransactionModes(),
        new Settings(),
        new ShowObjects(),
        new CreateTable(),
        new AlterTable(),
        new DropTable(),
        new Views(),
        new Schemas(),
        new Maintenance(),
        new Merge(),
        new Grants(),
        new DerivedTableNames(),
        new FunctionNames(),
        new ExcludeClause(),
        new QualifyClause()
    ]);

    public RewrittenStatement Rewrite(Statement statement, BoundStatement bound)
    {
        var rewriter = new RuleRewriter(rules, bound);
        var context = rewriter.Context;
        var tree = rewriter.Rewrite(statement);

        return new RewrittenStatement { Tree = tree, Before = context.Before, After = context.After, CommandTag = context.CommandTag };
    }

    private sealed class RuleRewriter : SqlTreeRewriter
    {
        private readonly IReadOnlyList<RewriteRule> _rules;

        public RuleRewriter(IReadOnlyList<RewriteRule> rules, BoundStatement bound)
        {
            _rules = rules;
            Context = new RewriteContext(bound, expression => Rewrite<Expression>(expression));
        }

        public RewriteContext Context { get; }

        public override SqlNode Rewrite(SqlNode node)
        {
            var result = base.Rewrite(node);
            foreach (var rule in _rules)
            {
                result = rule.Rewrite(result, node, Context);
            }

            return result;
        }
    }
}
