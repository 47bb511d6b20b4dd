using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>SHOW TABLE and SHOW VIEW give the definition. https://docs.aws.amazon.com/redshift/latest/dg/r_SHOW_TABLE.html</summary>
internal sealed class ShowObjects : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node switch
        {
            ShowObjectStatement { Kind: "TABLE", Name: { } name } => Show("_show_table", name, "Show Table DDL statement", context),
            ShowObjectStatement { Kind: "VIEW", Name: { } name } => Show("_show_view", name, "Show View DDL statement", context),
            ShowObjectStatement show => throw new RedshiftErrorException("0A000", $"SHOW {show.Kind} is not emulated"),
            _ => node
        };

    private static SelectQuery Show(string function, QualifiedName name, string column, RewriteContext context)
    {
        context.CommandTag = "SHOW";
        return new SelectQuery([new SelectExpression(Emulated.Call(function, new StringLiteral(new TableNote(name).ToString())), new Identifier(column))]);
    }
}
