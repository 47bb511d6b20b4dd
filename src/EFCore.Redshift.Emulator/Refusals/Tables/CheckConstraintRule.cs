using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>There are no CHECK constraints.</summary>
internal sealed class CheckConstraintRule : RefusalRule<CheckConstraint>
{
    public override string Page
        => "c_unsupported-postgresql-features";

    protected override void Check(CheckConstraint node, RefusalContext context)
    {
        throw RefusalContext.NotSupported("CHECK constraints are not supported", node);
    }
}
