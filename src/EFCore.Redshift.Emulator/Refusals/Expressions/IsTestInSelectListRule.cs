using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>
///     IS TRUE, IS FALSE and IS UNKNOWN are predicates, not values of a select list; a condition of CASE is a predicate.
/// </summary>
internal sealed class IsTestInSelectListRule : RefusalRule<IsExpression>
{
    public override string Page
        => "r_Boolean_type";

    protected override void Check(IsExpression node, RefusalContext context)
    {
        if (node.Test == IsTest.Null)
        {
            return;
        }

        for (var i = context.Ancestors.Count - 1; i >= 0; i--)
        {
            switch (context.Ancestors[i])
            {
                case SelectItem:
                    throw RefusalContext.Error("XX000", "Not implemented", node);
                case CaseBranch branch when ReferenceEquals(branch.When, i + 1 < context.Ancestors.Count ? context.Ancestors[i + 1] : node):
                case Query:
                    return;
            }
        }
    }
}
