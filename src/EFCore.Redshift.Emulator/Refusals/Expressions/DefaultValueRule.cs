using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>DEFAULT is a value in VALUES and in SET only.</summary>
internal sealed class DefaultValueRule : RefusalRule<DefaultValue>
{
    public override string Page
        => "r_INSERT_30";

    protected override void Check(DefaultValue node, RefusalContext context)
    {
        if (context.Parent is not (ValuesRow or Assignment or MergeInsert))
        {
            throw RefusalContext.SyntaxError("DEFAULT", node);
        }
    }
}
