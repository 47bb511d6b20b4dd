using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>Functions are no tables, but for UNNEST of a SUPER value and the catalogue's own.</summary>
internal sealed class TableFunctionRule : RefusalRule<FunctionTable>
{
    public override string Page
        => "c_unsupported-postgresql-features";

    protected override void Check(FunctionTable node, RefusalContext context)
    {
        if (node.WithOrdinality)
        {
            throw RefusalContext.SyntaxError("ORDINALITY", node);
        }

        if (node.Function is not FunctionCall call
            || call.Name.Name != "unnest" && !call.Name.Name.StartsWith("pg_", StringComparison.Ordinal))
        {
            throw RefusalContext.NotSupported("table functions are not supported", node);
        }
    }
}
