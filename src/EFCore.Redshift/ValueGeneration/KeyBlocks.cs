using System.Collections.Concurrent;
using EFCore.Redshift.Metadata;

namespace EFCore.Redshift.ValueGeneration;

/// <summary>The blocks that this process holds, by database and sequence: contexts come and go, and share them.</summary>
internal sealed class KeyBlocks
{
    private readonly ConcurrentDictionary<(string DataSource, string Database, string Table, string Sequence), KeyBlock> _blocks = new();

    public KeyBlock Get(string dataSource, string database, string table, RedshiftSequence sequence)
        => _blocks.GetOrAdd((dataSource, database, table, sequence.Name), static (_, step) => new KeyBlock(step), sequence.IncrementsBy);
}
