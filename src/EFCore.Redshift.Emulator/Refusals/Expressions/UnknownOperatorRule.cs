using System.Collections.Frozen;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals.Expressions;

/// <summary>Operators that are PostgreSQL's alone, such as those of arrays, JSON and geometry.</summary>
internal sealed class UnknownOperatorRule : RefusalRule<Expression>
{
    private static readonly FrozenSet<string> Binary = FrozenSet.ToFrozenSet(
        ["+", "-", "*", "/", "%", "^", "||", "=", "<>", "<", ">", "<=", ">=", "~", "!~", "~*", "!~*", "&", "|", "#", "<<", ">>"]);

    private static readonly FrozenSet<string> Prefix = FrozenSet.ToFrozenSet(["+", "-", "~", "@", "|/", "||/"]);

    public override string Page
        => "r_compound_expressions";

    protected override void Check(Expression node, RefusalContext context)
    {
        if (node is BinaryExpression binary && !Binary.Contains(binary.Operator))
        {
            throw FunctionErrors.OperatorDoesNotExist(
                $"{FunctionErrors.TypeOf(binary.Left, context.Statement)} {binary.Operator} {FunctionErrors.TypeOf(binary.Right, context.Statement)}", node);
        }

        if (node is UnaryExpression unary && !Prefix.Contains(unary.Operator))
        {
            throw FunctionErrors.OperatorDoesNotExist($"{unary.Operator} {FunctionErrors.TypeOf(unary.Operand, context.Statement)}", node);
        }
    }
}
