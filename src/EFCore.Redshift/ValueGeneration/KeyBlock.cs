using System.Diagnostics.CodeAnalysis;

namespace EFCore.Redshift.ValueGeneration;

/// <summary>The values of a sequence that this process has taken from the key table and not used yet.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process; a semaphore that nobody waits for by handle holds nothing.")]
internal sealed class KeyBlock(long incrementsBy)
{
    private readonly SemaphoreSlim _taking = new(1, 1);
    private long _next;
    private int _left;

    /// <summary>Returns the next value, and takes a new block when the last one is used up.</summary>
    /// <param name="takeBlock">Takes a block from the key table: its first value, and how many there are.</param>
    public long Next(Func<(long First, int Count)> takeBlock)
    {
        _taking.Wait();
        try
        {
            if (_left == 0)
            {
                (_next, _left) = takeBlock();
            }

            return Take();
        }
        finally
        {
            _taking.Release();
        }
    }

    /// <inheritdoc cref="Next" />
    public async ValueTask<long> NextAsync(Func<CancellationToken, Task<(long First, int Count)>> takeBlock, CancellationToken cancellationToken)
    {
        await _taking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_left == 0)
            {
                (_next, _left) = await takeBlock(cancellationToken).ConfigureAwait(false);
            }

            return Take();
        }
        finally
        {
            _taking.Release();
        }
    }

    // The last value of a block may be the last of its type, so the one after it is not computed.
    private long Take()
    {
        var value = _next;
        if (--_left > 0)
        {
            _next += incrementsBy;
        }

        return value;
    }
}
