namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>The answers that PostgreSQL owes, in the order in which it will give them. Safe for the session's two pumps.</summary>
internal sealed class PendingAnswers
{
    private readonly Lock _lock = new();
    private readonly Queue<PendingAnswer> _queue = new();
    private TaskCompletionSource<bool>? _drained;
    private bool _hasFailed;
    private Exception? _closed;
    private byte _transactionStatus = (byte)'I';

    /// <summary>The state that the last ReadyForQuery told: <c>I</c>dle, in a <c>T</c>ransaction, in one that has failed (<c>E</c>).</summary>
    public byte TransactionStatus
    {
        get
        {
            lock (_lock)
            {
                return _transactionStatus;
            }
        }
    }

    /// <summary>Whether PostgreSQL has said all it had to.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _queue.Count == 0;
            }
        }
    }

    public void Enqueue(PendingAnswer answer)
    {
        Exception? closed;
        lock (_lock)
        {
            _queue.Enqueue(answer);
            closed = _closed;
        }

        if (closed is not null)
        {
            answer.Receiver?.Fail(closed);
        }
    }

    public PendingAnswer? Peek()
    {
        lock (_lock)
        {
            return _queue.TryPeek(out var answer) ? answer : null;
        }
    }

    /// <summary>The first answer is complete.</summary>
    public void Complete()
    {
        TaskCompletionSource<bool>? drained = null;
        lock (_lock)
        {
            _queue.Dequeue();
            if (_queue.Count == 0)
            {
                (drained, _drained) = (_drained, null);
            }
        }

        drained?.SetResult(true);
    }

    /// <summary>A statement of the extended protocol has failed: PostgreSQL skips all that follows up to the next Sync.</summary>
    public void Fail()
    {
        TaskCompletionSource<bool>? drained;
        lock (_lock)
        {
            _hasFailed = true;
            (drained, _drained) = (_drained, null);
        }

        drained?.SetResult(false);
    }

    /// <summary>PostgreSQL is ready for the next query: what was skipped gets no answer.</summary>
    public void Ready(byte transactionStatus)
    {
        List<PendingAnswer> skipped = [];
        TaskCompletionSource<bool>? drained = null;
        lock (_lock)
        {
            while (_queue.TryDequeue(out var answer) && answer.Kind is not (AnswerKind.Sync or AnswerKind.Query))
            {
                skipped.Add(answer);
            }

            _hasFailed = false;
            _transactionStatus = transactionStatus;
            if (_queue.Count == 0)
            {
                (drained, _drained) = (_drained, null);
            }
        }

        drained?.SetResult(true);
        foreach (var answer in skipped)
        {
            answer.Receiver?.Fail(new OperationCanceledException("The statement was skipped, since an earlier one has failed."));
        }
    }

    /// <summary>Waits until all answers are there: true, or until it is clear that the rest will be skipped: false.</summary>
    public Task<bool> WhenDrainedAsync()
    {
        lock (_lock)
        {
            if (_closed is not null)
            {
                return Task.FromException<bool>(_closed);
            }

            if (_hasFailed)
            {
                return Task.FromResult(false);
            }

            if (_queue.Count == 0)
            {
                return Task.FromResult(true);
            }

            _drained ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _drained.Task;
        }
    }

    /// <summary>The backend is gone: nothing will be answered any more.</summary>
    public void Close(Exception exception)
    {
        List<PendingAnswer> unanswered;
        TaskCompletionSource<bool>? drained;
        lock (_lock)
        {
            _closed = exception;
            unanswered = [.. _queue];
            _queue.Clear();
            (drained, _drained) = (_drained, null);
        }

        drained?.SetException(exception);
        foreach (var answer in unanswered)
        {
            answer.Receiver?.Fail(exception);
        }
    }
}
