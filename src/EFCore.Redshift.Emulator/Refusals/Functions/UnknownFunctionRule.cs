using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>
///     A function that Amazon's guide does not name is refused, also where PostgreSQL has it.
///     A schema other than pg_catalog means a user's own function.
/// </summary>
internal sealed class UnknownFunctionRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "c_unsupported-postgresql-functions";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.Name.Schema is null or "pg_catalog"
            && KnownFunctions.Find(node.Name.Name) is null
            && !(node.Name.Name == "unnest" && context.Parent is FunctionTable)
            && context.Parent is not CallStatement)
        {
            throw FunctionErrors.DoesNotExist(node, context.Statement);
        }
    }
}
