namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>Collects a load's errors, hands them on in batches, and ends the load when they are too many.</summary>
internal sealed class LoadErrorLog(int limit, Func<IReadOnlyList<LoadError>, CancellationToken, Task> write)
{
    public const int BatchSize = 500;

    private readonly List<LoadError> _pending = [];
    private bool _isFatal;

    public int Count { get; private set; }

    public int Pending
        => _isFatal ? int.MaxValue : _pending.Count;

    public void Add(LoadError error)
    {
        Count++;
        _pending.Add(error);
        _isFatal |= Count >= limit;
    }

    public void AddFatal(LoadError error)
    {
        Add(error);
        _isFatal = true;
    }

    /// <summary>Writes what has come together, when it is enough or the last; fails the load when it has to fail.</summary>
    public async Task FlushAsync(bool isLast, CancellationToken cancellationToken)
    {
        if (_pending.Count >= BatchSize || ((isLast || _isFatal) && _pending.Count > 0))
        {
            await write(_pending, cancellationToken).ConfigureAwait(false);
            _pending.Clear();
        }

        if (_isFatal)
        {
            throw new LoadFailedException();
        }
    }
}
