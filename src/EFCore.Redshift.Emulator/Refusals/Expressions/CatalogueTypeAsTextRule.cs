using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>Names of PostgreSQL's catalogue are no strings: regproc, regtype and regclass have no cast to one.</summary>
internal sealed class CatalogueTypeAsTextRule : RefusalRule<CastExpression>
{
    public override string Page
        => "c_unsupported-postgresql-datatypes";

    protected override void Check(CastExpression node, RefusalContext context)
    {
        if (node.Type.Name is "character varying" or "character" or "bpchar" or "text"
            && context.Statement.Types.Of(node.Operand) is { } type and ("regproc" or "regtype" or "regclass"))
        {
            throw RefusalContext.Error("42846", $"cannot cast type {type} to character varying", node);
        }
    }
}
