using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>The errors about calls.</summary>
internal static class FunctionErrors
{
    /// <summary>The type of an argument as messages print it.</summary>
    public static string TypeOf(Expression expression, BoundStatement statement)
        => statement.Types.Of(expression) ?? "\"unknown\"";

    public static RedshiftErrorException DoesNotExist(FunctionCall call, BoundStatement statement)
        => new(
            "42883",
            $"function {string.Join('.', call.Name.Parts)}({ArgumentTypes(call, statement)}) does not exist",
            hint: "No function matches the given name and argument types. You may need to add explicit type casts.",
            position: RefusalContext.PositionOf(call));

    private static string ArgumentTypes(FunctionCall call, BoundStatement statement)
        => string.Join(", ", call.Arguments.Select(argument => TypeOf(argument, statement)));

    public static RedshiftErrorException OperatorDoesNotExist(string operation, SqlNode node)
        => new(
            "42883",
            $"operator does not exist: {operation}",
            hint: "No operator matches the given name and argument type(s). You may need to add explicit type casts.",
            position: RefusalContext.PositionOf(node));

    /// <summary>https://docs.aws.amazon.com/redshift/latest/dg/c_sql-functions-leader-node.html</summary>
    public static RedshiftErrorException LeaderNodeOnly(string function, SqlNode node)
        => new(
            "0A000",
            "Specified types or functions (one per INFO message) not supported on Amazon Redshift tables.",
            detail: $"Function \"{function}\" not supported.",
            position: RefusalContext.PositionOf(node));
}
