namespace EFCore.Redshift.Emulator;

/// <summary>
///     What clients have sent, in the order of arrival, for tests that count. The driver's loading of types is left out. Safe for several
///     threads.
/// </summary>
public sealed class RecordedStatements
{
    // So that an emulator that runs for days does not fill the memory.
    private const int MostKept = 100_000;

    private readonly Lock _lock = new();
    private readonly Queue<RecordedStatement> _statements = new();
    private long _roundTrips;

    internal RecordedStatements()
    {
    }

    /// <summary>How many statements are kept: those since the last <see cref="Clear" />, at most the latest 100,000.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _statements.Count;
            }
        }
    }

    /// <summary>How often a client waited for the server since the last <see cref="Clear" />: Query and Sync messages.</summary>
    public long RoundTrips
        => Interlocked.Read(ref _roundTrips);

    /// <summary>Forgets all statements and round trips.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _statements.Clear();
        }

        Interlocked.Exchange(ref _roundTrips, 0);
    }

    /// <summary>Copies what is kept, oldest first.</summary>
    /// <returns>The statements; later ones are not added to the list.</returns>
    public IReadOnlyList<RecordedStatement> ToList()
    {
        lock (_lock)
        {
            return [.. _statements];
        }
    }

    internal void Add(RecordedStatement statement)
    {
        lock (_lock)
        {
            if (_statements.Count == MostKept)
            {
                _statements.Dequeue();
            }

            _statements.Enqueue(statement);
        }
    }

    internal void AddRoundTrip()
        => Interlocked.Increment(ref _roundTrips);
}
