using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>Tables have no system columns, such as xmin and ctid.</summary>
internal sealed class SystemColumnRule : RefusalRule<ColumnReference>
{
    public override string Page
        => "c_unsupported-postgresql-features";

    protected override void Check(ColumnReference node, RefusalContext context)
    {
        if (context.Statement.Find(node) is { Column: null } binding
            && binding.Source is null or { IsOnComputeNodes: true }
            && node.Parts[^1] is "xmin" or "xmax" or "cmin" or "cmax" or "ctid" or "tableoid" or "oid"
            && (binding.Source is not null || binding.Block is { } block && block.Sources.Any(source => source.IsOnComputeNodes)))
        {
            throw RefusalContext.Error("42703", $"column \"{node.Parts[^1]}\" does not exist", node);
        }
    }
}
