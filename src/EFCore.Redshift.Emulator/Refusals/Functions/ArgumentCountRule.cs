using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>Some functions take fewer arguments than PostgreSQL's, such as CONCAT, which takes two.</summary>
internal sealed class ArgumentCountRule : RefusalRule<FunctionCall>
{
    public override string Page
        => "c_SQL_functions";

    protected override void Check(FunctionCall node, RefusalContext context)
    {
        if (node.Name.Schema is null or "pg_catalog"
            && KnownFunctions.Find(node.Name.Name) is { } function
            && !node.IsStar
            && (node.Arguments.Count < function.MinArguments || node.Arguments.Count > function.MaxArguments))
        {
            throw FunctionErrors.DoesNotExist(node, context.Statement);
        }
    }
}
