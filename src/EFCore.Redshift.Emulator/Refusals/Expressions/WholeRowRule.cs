using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>There are no composite types, so the name of a table is no value.</summary>
internal sealed class WholeRowRule : RefusalRule<ColumnReference>
{
    public override string Page
        => "c_unsupported-postgresql-datatypes";

    protected override void Check(ColumnReference node, RefusalContext context)
    {
        if (context.Statement.Find(node) is { Kind: ColumnBindingKind.Row } && context.Parent is not FunctionCall { Name.Name: "unnest" })
        {
            throw RefusalContext.Error("42703", $"column \"{node.Parts[0]}\" does not exist", node);
        }
    }
}
