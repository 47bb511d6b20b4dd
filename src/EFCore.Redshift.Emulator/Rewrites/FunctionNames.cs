using EFCore.Redshift.Emulator.Catalog;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>Calls of functions that the catalogue defines mean those, also where PostgreSQL has one of the same name.</summary>
internal sealed class FunctionNames : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is FunctionCall { Name: { Parts.Count: 1 } or { Parts: ["pg_catalog", _] } } call && CatalogScripts.Functions.Contains(call.Name.Name)
            ? call with { Name = Emulated.Name(call.Name.Name) }
            : node;
}
