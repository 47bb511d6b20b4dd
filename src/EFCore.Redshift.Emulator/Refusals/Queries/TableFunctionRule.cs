using EFCore.Redshift.Emulator.Binding;
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

        if (node.Function is not FunctionCall { Name.Name: var name }
            || name != "unnest" && KnownFunctions.Find(name) is not null && !name.StartsWith("pg_", StringComparison.Ordinal))
        {
            throw RefusalContext.NotSupported("table functions are not supported", node);
        }
    }
}
