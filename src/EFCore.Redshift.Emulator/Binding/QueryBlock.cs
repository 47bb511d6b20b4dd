using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Binding;

/// <summary>
///     A query block: one SELECT (or one UPDATE, DELETE, MERGE) with the sources of its FROM. Redshift's rules about correlated subqueries
///     speak of blocks. The operands of a set operation are blocks of their own, side by side.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_correlated_subqueries.html
/// </summary>
internal sealed class QueryBlock(SqlNode owner, QueryBlock? parent, BlockRole role)
{
    private readonly List<TableSource> _sources = [];
    private readonly List<ColumnBinding> _references = [];
    private readonly List<ColumnBinding> _outerReferences = [];

    /// <summary>The <see cref="SelectQuery" />, or the statement.</summary>
    public SqlNode Owner { get; } = owner;

    /// <summary>The SELECT, where it is one.</summary>
    public SelectQuery? Select
        => Owner as SelectQuery;

    /// <summary>The block around it.</summary>
    public QueryBlock? Parent { get; } = parent;

    public BlockRole Role { get; } = role;

    /// <summary>What stands in FROM, in order; the target first in UPDATE, DELETE and MERGE.</summary>
    public IReadOnlyList<TableSource> Sources
        => _sources;

    /// <summary>The column references that stand in this block itself, not in a block within.</summary>
    public IReadOnlyList<ColumnBinding> References
        => _references;

    /// <summary>The column references, in this block or in one within, that mean a column of a block around this one.</summary>
    public IReadOnlyList<ColumnBinding> OuterReferences
        => _outerReferences;

    /// <summary>Whether it refers to a block around it.</summary>
    public bool IsCorrelated
        => _outerReferences.Count > 0;

    /// <summary>
    ///     The block in whose columns names are looked up next: a derived table does not see its neighbours, but it does see
    ///     the blocks around the one it stands in.
    /// </summary>
    public QueryBlock? LookupParent
        => Role is BlockRole.DerivedTable or BlockRole.CommonTable ? Parent?.LookupParent : Parent;

    internal void Add(TableSource source)
        => _sources.Add(source);

    internal void Add(ColumnBinding reference)
    {
        _references.Add(reference);
        if (reference.Target is { } target)
        {
            for (var block = this; block is not null && block != target; block = block.Parent)
            {
                block._outerReferences.Add(reference);
            }
        }
    }
}
