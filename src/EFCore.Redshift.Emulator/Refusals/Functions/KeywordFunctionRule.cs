using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>Keywords that are functions in PostgreSQL only.</summary>
internal sealed class KeywordFunctionRule : RefusalRule<KeywordFunction>
{
    public override string Page
        => "c_unsupported-postgresql-functions";

    protected override void Check(KeywordFunction node, RefusalContext context)
    {
        if (KnownFunctions.Find(node.Name) is null)
        {
            throw new RedshiftErrorException("42703", $"column \"{node.Name}\" does not exist", position: RefusalContext.PositionOf(node));
        }
    }
}
