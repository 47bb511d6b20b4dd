using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>
///     UPDATE … FROM joins the target by equality, and has no outer joins in FROM. A target that FROM names again joins itself.
/// </summary>
internal sealed class UpdateJoinRule : RefusalRule<UpdateStatement>
{
    public override string Page
        => "c_Examples_of_UPDATE_statements";

    protected override void Check(UpdateStatement node, RefusalContext context)
    {
        if (node.From.Count == 0)
        {
            return;
        }

        if (node.From.Any(HasOuterJoin) || !JoinsTarget(node, context))
        {
            throw RefusalContext.NotSupported("Target table must be part of an equijoin predicate", node);
        }
    }

    private static bool HasOuterJoin(TableReference table)
        => table is JoinedTable join
            && (join.Kind is JoinKind.Left or JoinKind.Right or JoinKind.Full || HasOuterJoin(join.Left) || HasOuterJoin(join.Right));

    private static bool JoinsTarget(UpdateStatement update, RefusalContext context)
    {
        var block = context.Statement.FindBlock(update)!;
        var target = context.Statement.FindSource(update)!;
        var isListedAgain = block.Sources.Skip(1).Any(source => source.Node is NamedTable named && named.Name.Name == update.Table.Name);
        return isListedAgain
            || block.Sources.Count > 1 && Correlation.Conjuncts(update.Where).Any(condition => Joins(condition, target, context));
    }

    private static bool Joins(Expression condition, TableSource target, RefusalContext context)
    {
        if (condition is not BinaryExpression { Operator: "=" } equality)
        {
            return false;
        }

        var left = Correlation.References(equality.Left, context.Statement);
        var right = Correlation.References(equality.Right, context.Statement);
        return left.Any(IsTarget) && right.Any(IsOther) || left.Any(IsOther) && right.Any(IsTarget);

        // What is not resolved may belong to either.
        bool IsTarget(ColumnBinding binding)
            => binding.Source == target || binding.Source is null;

        bool IsOther(ColumnBinding binding)
            => binding.Source != target;
    }
}
