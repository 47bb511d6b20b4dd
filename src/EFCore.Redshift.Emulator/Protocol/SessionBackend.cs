using System.Globalization;
using System.Text;
using EFCore.Redshift.Emulator.Rewrites;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>
///     Runs the emulator's own statements on the session's connection. They travel in the extended protocol without a Sync, so that they are
///     part of the client's transaction, also of an implicit one.
/// </summary>
internal sealed class SessionBackend(ServerConnection server, PendingAnswers answers) : IBackend
{
    // A name that no client chooses. A client's unnamed statement and portal stay what they are.
    private const string OwnName = "pg_redshift.own";

    /// <summary>
    ///     The failure of a statement that was run for the emulator. PostgreSQL skips what comes next, and the client does not know why yet.
    /// </summary>
    public RedshiftErrorException? UnheardFailure { get; set; }

    public async Task<IReadOnlyList<string?[]>> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        var rows = new List<string?[]>();
        await StreamAsync(
            sql,
            static (_, _) => ValueTask.CompletedTask,
            (row, _) =>
            {
                rows.Add(row);
                return ValueTask.CompletedTask;
            },
            cancellationToken).ConfigureAwait(false);
        return rows;
    }

    public async Task StreamAsync(
        string sql,
        Func<IReadOnlyList<BackendColumn>, CancellationToken, ValueTask> onColumns,
        Func<string?[], CancellationToken, ValueTask> onRow,
        CancellationToken cancellationToken)
    {
        var receiver = new RowReceiver(onColumns, onRow, cancellationToken);
        await RunAsync(sql, receiver, cancellationToken).ConfigureAwait(false);
        await using (cancellationToken.Register(() => server.Cancel()))
        {
            await HeedAsync(receiver.Completion).ConfigureAwait(false);
        }

        receiver.ThrowIfRefused();
    }

    public async Task<long> CopyInAsync(string copySql, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var receiver = new CopyReceiver();
        await RunAsync(copySql, receiver, cancellationToken).ConfigureAwait(false);
        await HeedAsync(receiver.Started).ConfigureAwait(false);
        try
        {
            await using (var stream = new CopyInStream(server.Writer, receiver))
            {
                await write(stream, cancellationToken).ConfigureAwait(false);
            }

            server.Writer.Message(MessageType.CopyDone, []);
        }
        catch
        {
            // PostgreSQL may have failed first, as when the client cancels; it skips this message then.
            server.Writer.Begin(MessageType.CopyFail);
            server.Writer.Text("the data could not be read");
            server.Writer.End();
            Flush();
            server.Writer.Flush();
            await receiver.WaitForEndAsync().ConfigureAwait(false);
            UnheardFailure ??= receiver.Failure;
            throw;
        }

        Flush();
        server.Writer.Flush();
        await HeedAsync(receiver.Completion).ConfigureAwait(false);
        return await receiver.Completion.ConfigureAwait(false);
    }

    /// <summary>Sends a statement whose results are dropped, or given to a receiver; without one, its failure reaches the client.</summary>
    public void Inject(string sql, IAnswerReceiver? receiver = null)
        => Send(sql, describe: false, receiver, errorPosition: null);

    /// <summary>Sends a statement that fails with the error.</summary>
    public void InjectError(ServerError error, int? position)
        => Send(
            $"SELECT pg_redshift.raise({PostgresText.Literal(error.SqlState)}, {PostgresText.Literal(error.Message)}, "
            + $"{PostgresText.Literal(error.Detail)}, {PostgresText.Literal(error.Hint)})",
            describe: false,
            receiver: null,
            position);

    /// <summary>Waits until PostgreSQL has answered everything.</summary>
    /// <exception cref="EarlierStatementFailedException">It skips what comes next.</exception>
    public async ValueTask DrainAsync()
    {
        if (!answers.IsEmpty)
        {
            Flush();
            server.Writer.Flush();
        }

        if (!await answers.WhenDrainedAsync().ConfigureAwait(false))
        {
            throw new EarlierStatementFailedException();
        }
    }

    private async Task RunAsync(string sql, IAnswerReceiver receiver, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await DrainAsync().ConfigureAwait(false);
        Send(sql, describe: true, receiver, errorPosition: null);
        Flush();
        server.Writer.Flush();
    }

    private void Send(string sql, bool describe, IAnswerReceiver? receiver, int? errorPosition)
    {
        var writer = server.Writer;
        SendClose((byte)'P', receiver);
        SendClose((byte)'S', receiver);

        answers.Enqueue(PendingAnswer.DroppedParse with { Receiver = receiver });
        writer.Begin(MessageType.Parse);
        writer.Text(OwnName);
        writer.Text(sql);
        writer.Int16(0);
        writer.End();

        answers.Enqueue(PendingAnswer.DroppedBind with { Receiver = receiver });
        writer.Begin(MessageType.Bind);
        writer.Text(OwnName);
        writer.Text(OwnName);
        writer.Int16(0);
        writer.Int16(0);
        writer.Int16(0);
        writer.End();

        if (describe)
        {
            answers.Enqueue(new PendingAnswer(AnswerKind.Describe, IsForClient: false) { Receiver = receiver });
            writer.Begin(MessageType.Describe);
            writer.Byte((byte)'P');
            writer.Text(OwnName);
            writer.End();
        }

        answers.Enqueue(PendingAnswer.DroppedExecute with { Receiver = receiver, ErrorPosition = errorPosition });
        writer.Begin(MessageType.Execute);
        writer.Text(OwnName);
        writer.Int32(0);
        writer.End();
    }

    private void SendClose(byte what, IAnswerReceiver? receiver)
    {
        answers.Enqueue(PendingAnswer.DroppedClose with { Receiver = receiver });
        server.Writer.Begin(MessageType.Close);
        server.Writer.Byte(what);
        server.Writer.Text(OwnName);
        server.Writer.End();
    }

    private void Flush()
        => server.Writer.Message(MessageType.Flush, []);

    private async Task HeedAsync(Task completion)
    {
        try
        {
            await completion.ConfigureAwait(false);
        }
        catch (RedshiftErrorException exception)
        {
            UnheardFailure ??= exception;
            throw;
        }
    }

    private sealed class RowReceiver(
        Func<IReadOnlyList<BackendColumn>, CancellationToken, ValueTask> onColumns,
        Func<string?[], CancellationToken, ValueTask> onRow,
        CancellationToken cancellationToken) : IAnswerReceiver
    {
        private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _refusal;

        public Task Completion
            => _completion.Task;

        public async ValueTask ReceiveAsync(byte type, ReadOnlyMemory<byte> body)
        {
            switch (type)
            {
                case MessageType.RowDescription:
                    await GuardAsync(() => onColumns(ReadColumns(body.Span), cancellationToken)).ConfigureAwait(false);
                    break;
                case MessageType.DataRow:
                    await GuardAsync(() => onRow(ServerConnection.ReadRow(body.Span), cancellationToken)).ConfigureAwait(false);
                    break;
                case MessageType.CommandComplete or MessageType.EmptyQueryResponse:
                    _completion.TrySetResult();
                    break;
            }
        }

        public void Fail(Exception exception)
            => _completion.TrySetException(exception);

        /// <summary>What the taker of the rows has thrown; the rows after it were dropped.</summary>
        public void ThrowIfRefused()
        {
            if (_refusal is not null)
            {
                throw _refusal;
            }
        }

        private async ValueTask GuardAsync(Func<ValueTask> take)
        {
            if (_refusal is not null)
            {
                return;
            }

            try
            {
                await take().ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever it is, it is thrown where the rows were asked for; here it would end the session.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _refusal = exception;
            }
        }

        private static List<BackendColumn> ReadColumns(ReadOnlySpan<byte> message)
        {
            var body = new MessageBody(message);
            var count = body.Int16();
            var columns = new List<BackendColumn>(count);
            for (var i = 0; i < count; i++)
            {
                var name = body.Text();
                body.Take(6); // table and number of the column
                var type = (uint)body.Int32();
                body.Int16(); // size of the type
                columns.Add(new BackendColumn(name, type, body.Int32()));
                body.Int16(); // format
            }

            return columns;
        }
    }

    private sealed class CopyReceiver : IAnswerReceiver
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<long> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Started
            => _started.Task;

        public Task<long> Completion
            => _completion.Task;

        public bool HasFailed
            => _completion.Task.IsFaulted;

        public RedshiftErrorException? Failure
            => _completion.Task.Exception?.InnerException as RedshiftErrorException;

        public ValueTask ReceiveAsync(byte type, ReadOnlyMemory<byte> body)
        {
            switch (type)
            {
                case MessageType.CopyInResponse:
                    _started.TrySetResult();
                    break;
                case MessageType.CommandComplete:
                    var tag = Encoding.UTF8.GetString(body.Span.TrimEnd((byte)0));
                    _completion.TrySetResult(long.Parse(tag.AsSpan(tag.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture));
                    break;
            }

            return ValueTask.CompletedTask;
        }

        public void Fail(Exception exception)
        {
            _completion.TrySetException(exception);
            _started.TrySetException(exception);

            // Seen; whether it is awaited too depends on who was first.
            _ = _completion.Task.Exception;
            _ = _started.Task.Exception;
        }

        public async Task WaitForEndAsync()
            => await ((Task)Completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Each write becomes a part of the data; the messages are sent when enough has come together.</summary>
    private sealed class CopyInStream(MessageWriter writer, CopyReceiver receiver) : Stream
    {
        private const int SendSize = 64 * 1024;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (receiver.Failure is { } failure)
            {
                throw failure;
            }

            writer.Message(MessageType.CopyData, buffer);
            if (writer.Length >= SendSize)
            {
                writer.Flush();
            }
        }

        public override void Write(byte[] buffer, int offset, int count)
            => Write(buffer.AsSpan(offset, count));

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
            => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count)
            => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin)
            => throw new NotSupportedException();

        public override void SetLength(long value)
            => throw new NotSupportedException();
    }
}
