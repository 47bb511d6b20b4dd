using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>Whether an expression has the same value in all rows because it is made of literals and parameters only.</summary>
internal static class Constant
{
    public static bool Is(Expression expression, BoundStatement statement)
        => !Varies(expression, statement);

    private static bool Varies(SqlNode node, BoundStatement statement)
        => node switch
        {
            ColumnReference reference => statement.Find(reference)?.Kind != ColumnBindingKind.DatePart,
            FunctionCall or KeywordFunction => true,
            _ => node.Children.Any(child => Varies(child, statement))
        };
}
