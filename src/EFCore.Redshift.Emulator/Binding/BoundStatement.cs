using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Binding;

/// <summary>
///     A statement whose names have been looked up. Nodes are found by identity: two references that look alike may mean two things.
/// </summary>
internal sealed class BoundStatement
{
    private readonly Dictionary<ColumnReference, ColumnBinding> _columns = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SqlNode, QueryBlock> _blocks = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SqlNode, TableSource> _sources = new(ReferenceEqualityComparer.Instance);
    private readonly List<QueryBlock> _blockList = [];
    private readonly List<TableSource> _sourceList = [];
    private ExpressionTypes? _types;

    public BoundStatement(Statement tree)
        => Tree = tree;

    public Statement Tree { get; }

    /// <summary>All blocks, outer ones before those within.</summary>
    public IReadOnlyList<QueryBlock> Blocks
        => _blockList;

    /// <summary>All items of FROM and all targets.</summary>
    public IReadOnlyList<TableSource> Sources
        => _sourceList;

    /// <summary>Whether the statement reads or writes something that lives on the compute nodes.</summary>
    public bool IsOnComputeNodes
        => _sourceList.Exists(source => source.IsOnComputeNodes);

    /// <summary>The types of expressions, as far as they can be told without executing.</summary>
    public ExpressionTypes Types
        => _types ??= new ExpressionTypes(this);

    /// <summary>What a column reference means; null for one that is not part of the statement.</summary>
    public ColumnBinding? Find(ColumnReference reference)
        => _columns.GetValueOrDefault(reference);

    /// <summary>The block of a SELECT, an UPDATE, a DELETE or a MERGE.</summary>
    public QueryBlock? FindBlock(SqlNode owner)
        => _blocks.GetValueOrDefault(owner);

    /// <summary>The source that an item of FROM, or the target of a statement, stands for; null for a join, which is several.</summary>
    public TableSource? FindSource(SqlNode node)
        => _sources.GetValueOrDefault(node);

    internal void Add(ColumnBinding binding)
    {
        _columns[binding.Reference] = binding;
        binding.Block?.Add(binding);
    }

    internal void Add(QueryBlock block)
    {
        _blocks[block.Owner] = block;
        _blockList.Add(block);
    }

    internal void Add(TableSource source)
    {
        _sources[source.Node] = source;
        _sourceList.Add(source);
    }
}
