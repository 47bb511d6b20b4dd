using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Tests.Sql;

/// <summary>Finds what the parser knows by its first words only, so that it cannot be printed whole.</summary>
internal sealed class OpaqueNodes : SqlTreeVisitor
{
    private bool _found;

    public static bool Any(SqlNode node)
    {
        var visitor = new OpaqueNodes();
        visitor.Visit(node);
        return visitor._found;
    }

    public override void Visit(SqlNode node)
    {
        _found |= node is UnsupportedStatement or OtherAlterTableAction or UnsupportedTableAttribute or ClientCopyStatement
            or CreateExternalSchemaStatement or CreateExternalTableStatement;
        base.Visit(node);
    }
}
