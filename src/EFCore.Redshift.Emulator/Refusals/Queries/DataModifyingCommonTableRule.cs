using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Queries;

/// <summary>WITH holds queries only.</summary>
internal sealed class DataModifyingCommonTableRule : RefusalRule<CommonTableExpression>
{
    public override string Page
        => "r_WITH_clause";

    protected override void Check(CommonTableExpression node, RefusalContext context)
    {
        if (node.Body is not Query)
        {
            var command = node.Body.GetType().Name.Replace("Statement", "", StringComparison.Ordinal);
            throw RefusalContext.SyntaxError(command.ToUpperInvariant(), node.Body);
        }
    }
}
