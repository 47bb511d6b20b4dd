using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     VACUUM and ANALYZE know options that mean nothing to PostgreSQL.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_VACUUM_command.html https://docs.aws.amazon.com/redshift/latest/dg/r_ANALYZE.html
/// </summary>
internal sealed class Maintenance : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node switch
        {
            VacuumStatement vacuum => new VacuumStatement(null, vacuum.Table),
            AnalyzeStatement analyze => new AnalyzeStatement(analyze.Table) { Columns = analyze.Columns },
            _ => node
        };
}
