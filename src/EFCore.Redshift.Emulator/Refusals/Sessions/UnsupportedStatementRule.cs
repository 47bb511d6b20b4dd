using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Sessions;

/// <summary>
///     Statements that Redshift lacks, such as CREATE INDEX and CREATE SEQUENCE, or that the emulator leaves out.
/// </summary>
internal sealed class UnsupportedStatementRule : RefusalRule<UnsupportedStatement>
{
    private static readonly string[] LeftOut =
    [
        "ALTER DATASHARE", "ALTER DEFAULT PRIVILEGES", "ALTER EXTERNAL", "ALTER FUNCTION", "ALTER IDENTITY PROVIDER", "ALTER MASKING POLICY",
        "ALTER PROCEDURE", "ALTER RLS POLICY", "ALTER ROLE", "ALTER SYSTEM", "ATTACH", "COPY JOB", "CREATE DATASHARE", "CREATE EXTERNAL",
        "CREATE FUNCTION", "CREATE IDENTITY PROVIDER", "CREATE LIBRARY", "CREATE MASKING POLICY", "CREATE MODEL", "CREATE PROCEDURE",
        "CREATE RLS POLICY", "DESC", "DETACH", "DROP DATASHARE", "DROP IDENTITY PROVIDER", "DROP MASKING POLICY", "DROP MODEL",
        "DROP RLS POLICY", "EXPLAIN MODEL", "USE"
    ];

    public override string Page
        => "c_redshift-sql-implementated-differently";

    protected override void Check(UnsupportedStatement node, RefusalContext context)
    {
        throw LeftOut.Any(words => node.Command == words || node.Command.StartsWith(words + " ", StringComparison.Ordinal))
            ? RefusalContext.NotSupported($"{node.Command} is not emulated", node, "Redshift has it; this emulator does not.")
            : RefusalContext.NotSupported($"SQL command \"{node.Command}\" not supported.", node);
    }
}
