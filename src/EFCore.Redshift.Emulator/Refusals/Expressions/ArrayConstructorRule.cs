using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>There are no arrays; ARRAY(…) with parentheses makes a SUPER value.</summary>
internal sealed class ArrayConstructorRule : RefusalRule<Expression>
{
    public override string Page
        => "c_unsupported-postgresql-datatypes";

    protected override void Check(Expression node, RefusalContext context)
    {
        if (node is ArrayExpression)
        {
            throw RefusalContext.SyntaxError("[", node);
        }

        if (node is ArrayQueryExpression)
        {
            throw RefusalContext.NotSupported("ARRAY (subquery) is not supported", node);
        }
    }
}
