using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Binding;

/// <summary>Something that stands in FROM, or the target of a statement that writes.</summary>
internal sealed class TableSource
{
    /// <summary>The item of FROM, or the statement whose target it is.</summary>
    public required SqlNode Node { get; init; }

    public required TableSourceKind Kind { get; init; }

    /// <summary>The alias, or the table's own name; null for a derived table without one.</summary>
    public string? Name { get; init; }

    /// <summary>The name as written, where there is no alias, so that columns can be qualified with the schema too.</summary>
    public QualifiedName? QualifiedName { get; init; }

    /// <summary>The table or view, where the catalogue knows it.</summary>
    public Relation? Relation { get; init; }

    /// <summary>The columns; null where they are not known, so that any name may be one.</summary>
    public IReadOnlyList<SourceColumn>? Columns { get; init; }

    /// <summary>
    ///     Whether reading it involves the compute nodes: users' tables, and the STL, STV, SVL, SVV and SYS relations.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/c_SQL_functions_leader_node_only.html
    /// </summary>
    public bool IsOnComputeNodes { get; init; }

    /// <summary>Whether it is a table or view that a user made.</summary>
    public bool IsUserTable { get; init; }

    public SourceColumn? FindColumn(string name)
    {
        if (Columns is not null)
        {
            foreach (var column in Columns)
            {
                if (string.Equals(column.Name, name, StringComparison.Ordinal))
                {
                    return column;
                }
            }
        }

        return null;
    }
}
