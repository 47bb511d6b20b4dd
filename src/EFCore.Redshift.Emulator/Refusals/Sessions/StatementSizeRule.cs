using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Sessions;

/// <summary>A statement has at most 16 MB.</summary>
internal sealed class StatementSizeRule : RefusalRule<Statement>
{
    public override string Page
        => "r_SELECT_synopsis";

    protected override void Check(Statement node, RefusalContext context)
    {
        const long Maximum = 16 * 1024 * 1024;
        if (context.Parent is null && context.TextBytes > Maximum)
        {
            throw new RedshiftErrorException(
                "54000", $"Statement is too large. Statement Size: {context.TextBytes} bytes. Maximum Allowed: {Maximum} bytes");
        }
    }
}
