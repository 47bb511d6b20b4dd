using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Tables;

/// <summary>CREATE TABLE AS has no IF NOT EXISTS and no WITH DATA.</summary>
internal sealed class CreateTableAsRule : RefusalRule<CreateTableAsStatement>
{
    public override string Page
        => "r_CREATE_TABLE_AS";

    protected override void Check(CreateTableAsStatement node, RefusalContext context)
    {
        if (node.IfNotExists)
        {
            throw RefusalContext.SyntaxError("AS", node);
        }

        if (node.WithData is not null)
        {
            throw RefusalContext.SyntaxError("WITH", node);
        }
    }
}
