using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>UPDATE does not change an IDENTITY column.</summary>
internal sealed class IdentityAssignmentRule : RefusalRule<UpdateStatement>
{
    public override string Page
        => "r_CREATE_TABLE_NEW";

    protected override void Check(UpdateStatement node, RefusalContext context)
    {
        var columns = context.Statement.FindSource(node)?.Relation?.Columns ?? [];
        foreach (var assignment in node.Assignments)
        {
            if (assignment.Targets.Any(target => columns.Any(column => column.IsIdentity && column.Name == target.Name)))
            {
                throw RefusalContext.NotSupported("cannot set an identity column to a value", assignment);
            }
        }
    }
}
