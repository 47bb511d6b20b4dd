using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Functions;

/// <summary>A function of the leader node does not run beside a table of the compute nodes.</summary>
internal sealed class LeaderFunctionRule : RefusalRule<Expression>
{
    public override string Page
        => "c_SQL_functions_leader_node_only";

    protected override void Check(Expression node, RefusalContext context)
    {
        var name = node switch
        {
            FunctionCall call => call.Name.Name,
            KeywordFunction keyword => keyword.Name,
            _ => null
        };

        if (name is not null && KnownFunctions.Find(name) is { Node: FunctionNode.Leader } && IsBesideUserTable(context))
        {
            throw FunctionErrors.LeaderNodeOnly(node is KeywordFunction ? name : name + "()", node);
        }
    }

    // What makes a table puts its rows on the compute nodes too. Views of the system are read beside such functions in the guide itself:
    // https://docs.aws.amazon.com/redshift/latest/dg/r_SVL_STORED_PROC_CALL.html
    private static bool IsBesideUserTable(RefusalContext context)
        => context.Statement.Sources.Any(source => source.IsUserTable)
            || context.Ancestors.Any(
                ancestor => ancestor is DefaultAttribute or CreateTableAsStatement or CreateMaterializedViewStatement or SelectQuery { Into: not null });
}
