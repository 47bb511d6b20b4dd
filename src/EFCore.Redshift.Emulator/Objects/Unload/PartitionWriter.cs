using System.Globalization;
using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>Writes one folder for each combination of values of the partition columns, named as Apache Hive does.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html</remarks>
internal sealed class PartitionWriter(
    IObjectStore store, RowFormat format, UnloadOptions options, ObjectLocation prefix, IReadOnlyList<int> partitionColumns)
    : UnloadWriter(store, format, options)
{
    private const string NullName = "__HIVE_DEFAULT_PARTITION__";

    // Rows come in any order, so all partitions are open at once, up to here; a partition that is closed goes on in a further file.
    private const int MaximumOpenFiles = 100;

    private readonly IObjectStore _store = store;
    private readonly UnloadOptions _options = options;
    private readonly Dictionary<string, Partition> _partitions = new(StringComparer.Ordinal);
    private readonly LinkedList<Partition> _open = [];
    private IReadOnlyList<UnloadColumn>? _writtenColumns;

    public override async Task CompleteAsync(IReadOnlyList<UnloadColumn> columns, CancellationToken cancellationToken)
    {
        while (_open.First is { } first)
        {
            await CloseAsync(first.Value, cancellationToken).ConfigureAwait(false);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var partition in _open)
        {
            await partition.File!.DisposeAsync().ConfigureAwait(false);
        }
    }

    protected override async ValueTask WriteRowAsync(IReadOnlyList<UnloadColumn> columns, string?[] values, CancellationToken cancellationToken)
    {
        _writtenColumns ??= [.. columns.Where((_, i) => IsWritten(i))];

        var name = Name(columns, values);
        if (!_partitions.TryGetValue(name, out var partition))
        {
            partition = new Partition(prefix with { Key = WithSlash(prefix.Key) + name + "/" });
            _partitions.Add(name, partition);
            if (_options.CleansPath)
            {
                await CleanAsync(partition.Prefix, cancellationToken).ConfigureAwait(false);
            }
        }

        if (partition.File is { } full && IsFull(full))
        {
            await CloseAsync(partition, cancellationToken).ConfigureAwait(false);
        }

        if (partition.File is null)
        {
            if (_open.Count == MaximumOpenFiles)
            {
                await CloseAsync(_open.First!.Value, cancellationToken).ConfigureAwait(false);
            }

            partition.File = await CreateFileAsync(partition.Prefix, 0, partition.Part++, _writtenColumns, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            _open.Remove(partition.Node!);
        }

        // The least recently used is first.
        partition.Node = _open.AddLast(partition);
        string?[] written = _options.KeepsPartitionColumns ? values : [.. values.Where((_, i) => IsWritten(i))];
        await WriteToAsync(partition.File, _writtenColumns, written, cancellationToken).ConfigureAwait(false);
    }

    private bool IsWritten(int column)
        => _options.KeepsPartitionColumns || !partitionColumns.Contains(column);

    private async Task CloseAsync(Partition partition, CancellationToken cancellationToken)
    {
        _open.Remove(partition.Node!);
        var file = partition.File!;
        partition.File = null;
        await CompleteAsync(file, cancellationToken).ConfigureAwait(false);
    }

    private async Task CleanAsync(ObjectLocation folder, CancellationToken cancellationToken)
    {
        foreach (var old in await _store.ListAsync(folder, cancellationToken).ConfigureAwait(false))
        {
            await _store.DeleteAsync(old.Location, cancellationToken).ConfigureAwait(false);
        }
    }

    private string Name(IReadOnlyList<UnloadColumn> columns, string?[] values)
        => string.Join('/', partitionColumns.Select(i => $"{Escape(columns[i].Name)}={(values[i] is { Length: > 0 } value ? Escape(value) : NullName)}"));

    private static string WithSlash(string key)
        => key.Length == 0 || key.EndsWith('/') ? key : key + "/";

    // As Hive's FileUtils does.
    private static string Escape(string text)
    {
        const string Escaped = "\"#%'*/:=?\\{[]^";
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is < ' ' or '\x7f' || Escaped.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }

    private sealed class Partition(ObjectLocation prefix)
    {
        public ObjectLocation Prefix { get; } = prefix;

        public int Part { get; set; }

        public UnloadFile? File { get; set; }

        public LinkedListNode<Partition>? Node { get; set; }
    }
}
