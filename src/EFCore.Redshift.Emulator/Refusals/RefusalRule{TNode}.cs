using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals;

/// <inheritdoc />
internal abstract class RefusalRule<TNode> : RefusalRule
    where TNode : SqlNode
{
    public sealed override Type NodeType
        => typeof(TNode);

    public sealed override void Apply(SqlNode node, RefusalContext context)
        => Check((TNode)node, context);

    protected abstract void Check(TNode node, RefusalContext context);
}
