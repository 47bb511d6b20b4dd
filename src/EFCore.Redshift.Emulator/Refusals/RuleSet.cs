using System.Collections.Concurrent;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>The rules, applied in one walk over the tree.</summary>
internal sealed partial class RuleSet
{
    private readonly ConcurrentDictionary<Type, RefusalRule[]> _byNodeType = new();

    /// <summary>A set of chosen rules, for the tests that take one out.</summary>
    internal RuleSet(IReadOnlyList<RefusalRule> rules)
        => Rules = rules;

    /// <summary>All rules.</summary>
    public static RuleSet Default { get; } = new(AllRules());

    public IReadOnlyList<RefusalRule> Rules { get; }

    /// <summary>Throws <see cref="Sql.RedshiftErrorException" /> at the first thing that Redshift would refuse.</summary>
    public void Check(RefusalContext context)
        => new Walker(this, context).Visit(context.Statement.Tree);

    private RefusalRule[] RulesFor(SqlNode node)
        => _byNodeType.GetOrAdd(
            node.GetType(),
            static (type, rules) => [.. rules.Where(rule => rule.NodeType.IsAssignableFrom(type))],
            Rules);

    private sealed class Walker(RuleSet rules, RefusalContext context) : SqlTreeVisitor
    {
        public override void Visit(SqlNode node)
        {
            foreach (var rule in rules.RulesFor(node))
            {
                rule.Apply(node, context);
            }

            context.Push(node);
            base.Visit(node);
            context.Pop();
        }
    }
}
