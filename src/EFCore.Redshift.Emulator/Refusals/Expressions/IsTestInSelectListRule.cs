using EFCore.Redshift.Emulator.Sql;
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
                    throw new RedshiftErrorException("XX000", "Not implemented", position: RefusalContext.PositionOf(node));
                case CaseBranch branch when i + 1 < context.Ancestors.Count ? ReferenceEquals(context.Ancestors[i + 1], branch.When) : ReferenceEquals(branch.When, node):
                case Query:
                    return;
            }
        }
    }
}
