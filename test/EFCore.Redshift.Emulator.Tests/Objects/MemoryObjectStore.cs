using System.Text;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>Objects in memory.</summary>
internal sealed class MemoryObjectStore : IObjectStore
{
    private readonly SortedDictionary<string, byte[]> _objects = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys
        => _objects.Keys;

    public byte[] this[string key]
    {
        get => _objects[key];
        set => _objects[key] = value;
    }

    public string Text(string key)
        => Encoding.UTF8.GetString(_objects[key]);

    public Task<IReadOnlyList<StoredObject>> ListAsync(ObjectLocation prefix, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<StoredObject>>(
        [
            .. _objects.Where(o => o.Key.StartsWith(prefix.Key, StringComparison.Ordinal))
                .Select(o => new StoredObject(prefix with { Key = o.Key }, o.Value.Length))
        ]);

    public Task<Stream> OpenReadAsync(ObjectLocation location, CancellationToken cancellationToken)
        => _objects.TryGetValue(location.Key, out var bytes)
            ? Task.FromResult<Stream>(new MemoryStream(bytes, writable: false))
            : throw S3Error.NoSuchKey(location);

    public Task<bool> ExistsAsync(ObjectLocation location, CancellationToken cancellationToken)
        => Task.FromResult(_objects.ContainsKey(location.Key));

    public Task<IObjectUpload> CreateAsync(ObjectLocation location, CancellationToken cancellationToken)
        => Task.FromResult<IObjectUpload>(new Upload(this, location.Key));

    public Task DeleteAsync(ObjectLocation location, CancellationToken cancellationToken)
    {
        _objects.Remove(location.Key);
        return Task.CompletedTask;
    }

    private sealed class Upload(MemoryObjectStore store, string key) : IObjectUpload
    {
        private readonly MemoryStream _content = new();

        public Stream Content
            => _content;

        public Task CompleteAsync(CancellationToken cancellationToken)
        {
            store[key] = _content.ToArray();
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
            => _content.DisposeAsync();
    }
}
