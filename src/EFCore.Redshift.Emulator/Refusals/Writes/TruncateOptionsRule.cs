using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Writes;

/// <summary>TRUNCATE takes one table and no options.</summary>
internal sealed class TruncateOptionsRule : RefusalRule<TruncateStatement>
{
    public override string Page
        => "r_TRUNCATE";

    protected override void Check(TruncateStatement node, RefusalContext context)
    {
        if (node.Options is [var option, ..])
        {
            throw RefusalContext.SyntaxError(option.Split(' ')[0], node);
        }

        if (node.Tables.Count > 1)
        {
            throw RefusalContext.SyntaxError(",", node.Tables[1]);
        }
    }
}
