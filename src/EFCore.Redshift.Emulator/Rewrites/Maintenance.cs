using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     VACUUM and ANALYZE know options that mean nothing to PostgreSQL; TRUNCATE commits the transaction it stands in.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_VACUUM_command.html https://docs.aws.amazon.com/redshift/latest/dg/r_TRUNCATE.html
/// </summary>
internal sealed class Maintenance : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
    {
        switch (node)
        {
            case VacuumStatement vacuum:
                return new VacuumStatement(null, vacuum.Table);
            case AnalyzeStatement analyze:
                return new AnalyzeStatement(analyze.Table) { Columns = analyze.Columns };
            case TruncateStatement:
                context.RunAfter("COMMIT");
                return node;
            default:
                return node;
        }
    }
}
