using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>Whether an expression calls an aggregate, not looking into queries within it.</summary>
internal static class Aggregates
{
    public static bool IsWithin(SqlNode node, IReadOnlyList<string>? except = null)
        => node switch
        {
            Query => false,
            FunctionCall { Over: null } call
                when KnownFunctions.Find(call.Name.Name) is { Kind: FunctionKind.Aggregate } && except?.Contains(call.Name.Name) != true => true,
            _ => node.Children.Any(child => IsWithin(child, except))
        };
}
