using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>
///     The distribution and sort keys of a table that is made.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html
/// </summary>
internal static class KeyAttributes
{
    /// <summary>The attributes and elements of a statement that makes a table; null attributes for others.</summary>
    public static (IReadOnlyList<TableAttribute>? Attributes, IReadOnlyList<TableElement> Elements) Of(Statement statement)
        => statement switch
        {
            CreateTableStatement table => (table.Attributes, table.Elements),
            CreateTableAsStatement table => (table.Attributes, []),
            CreateMaterializedViewStatement view => (view.Attributes, []),
            _ => (null, [])
        };

    /// <summary>Checks that the columns of a key exist and are of types that can be keys.</summary>
    public static void Check(IReadOnlyList<Identifier> keys, IReadOnlyList<TableElement> elements, string purpose)
    {
        if (elements.Any(element => element is LikeElement))
        {
            return;
        }

        foreach (var key in keys)
        {
            var column = elements.OfType<ColumnDefinition>().FirstOrDefault(column => column.Name.Name == key.Name)
                ?? throw new RedshiftErrorException(
                    "42703", $"{purpose} key column \"{key.Name}\" does not exist", position: RefusalContext.PositionOf(key));

            if (!DataTypes.CanBeKey(column.Type))
            {
                throw RefusalContext.NotSupported($"column \"{key.Name}\" of type {column.Type.Name} cannot be a {purpose} key", key);
            }
        }
    }
}
