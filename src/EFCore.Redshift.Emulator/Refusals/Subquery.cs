using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>Whether an expression holds a query.</summary>
internal static class Subquery
{
    public static bool IsWithin(SqlNode node)
        => node is Query || node.Children.Any(IsWithin);

    /// <summary>The first query in place of a value, not looking into other queries.</summary>
    public static ScalarSubquery? ScalarWithin(SqlNode node)
        => node switch
        {
            ScalarSubquery scalar => scalar,
            Query => null,
            _ => node.Children.Select(ScalarWithin).FirstOrDefault(found => found is not null)
        };
}
