using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>What Redshift does not have cannot be dropped.</summary>
internal sealed class DropKindRule : RefusalRule<DropStatement>
{
    public override string Page
        => "c_redshift-sql-implementated-differently";

    protected override void Check(DropStatement node, RefusalContext context)
    {
        if (node.Kind is ObjectKind.Index or ObjectKind.Sequence or ObjectKind.Type or ObjectKind.Domain or ObjectKind.Extension or ObjectKind.Trigger
            or ObjectKind.Rule or ObjectKind.Aggregate or ObjectKind.Language)
        {
            throw RefusalContext.NotSupported($"SQL command \"DROP {node.Kind.ToString().ToUpperInvariant()}\" not supported.", node);
        }

        if (node.Option is { } option)
        {
            throw RefusalContext.SyntaxError(option.Split(' ')[^1], node);
        }
    }
}
