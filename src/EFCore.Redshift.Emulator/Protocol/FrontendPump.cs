using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>
///     Takes the client's messages in their order and sends PostgreSQL what they come to. Texts of the simple protocol become messages of the
///     extended one up to one Sync, which makes them one implicit transaction just as well.
/// </summary>
internal sealed class FrontendPump(
    ServerConnection server,
    ClientConnection client,
    PendingAnswers answers,
    SessionBackend backend,
    SessionCatalog catalog,
    SessionTranslator translator,
    SessionContext session)
{
    // https://docs.aws.amazon.com/redshift/latest/dg/r_SELECT_synopsis.html
    private const int LongestStatement = 16 * 1024 * 1024;

    // The count is a number of 16 bits with a sign; AWS's own drivers refuse more: https://github.com/aws/amazon-redshift-python-driver
    private const int MostParameters = 32_767;

    // No message may be longer than PostgreSQL's.
    private const long LongestMessage = 1L << 30;

    private readonly Dictionary<string, PreparedStatement> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PreparedStatement> _portals = new(StringComparer.Ordinal);

    // What follows a refused statement is skipped up to the next Sync, as PostgreSQL does itself.
    private bool _isSkipping;

    /// <summary>Runs until the client leaves. True when it said so, false when it was cut off.</summary>
    public bool Run()
    {
        var reader = client.Reader;
        while (true)
        {
            if (!reader.HasMessage)
            {
                server.Writer.Flush();
                if (!WaitForMessage())
                {
                    return false;
                }
            }

            var type = reader.Type;
            if (type == MessageType.Terminate)
            {
                server.Writer.Flush();
                return true;
            }

            if (answers.IsEmpty)
            {
                catalog.OnIdle(answers.TransactionStatus);
            }

            // Most messages are done at once; what asks PostgreSQL on the way waits here for its answer.
            var handling = HandleAsync(type, reader.TakeMessage());
            if (!handling.IsCompletedSuccessfully)
            {
                handling.AsTask().GetAwaiter().GetResult();
            }
        }
    }

    private bool WaitForMessage()
    {
        var reader = client.Reader;
        while (!reader.HasMessage)
        {
            if (reader.HasHeader && reader.TotalSize > LongestMessage)
            {
                throw new InvalidDataException("A message is longer than a gigabyte.");
            }

            if (!reader.Receive())
            {
                return false;
            }
        }

        return true;
    }

    private ValueTask HandleAsync(byte type, ReadOnlyMemory<byte> body)
    {
        if (type == MessageType.Sync)
        {
            session.RecordRoundTrip();
            return SendSyncAsync();
        }

        if (_isSkipping)
        {
            return ValueTask.CompletedTask;
        }

        switch (type)
        {
            case MessageType.Query:
                return HandleQueryAsync(new MessageBody(body.Span).Text());
            case MessageType.Parse:
                return HandleParseAsync(body);
            case MessageType.Bind:
                HandleBind(body.Span);
                return ValueTask.CompletedTask;
            case MessageType.Execute:
                return HandleExecuteAsync(body);
            case MessageType.Describe:
                answers.Enqueue(PendingAnswer.Describe);
                server.Writer.Message(type, body.Span);
                return ValueTask.CompletedTask;
            case MessageType.Close:
                HandleClose(body.Span);
                return ValueTask.CompletedTask;
            case MessageType.Flush:
                server.Writer.Message(type, []);
                return ValueTask.CompletedTask;
            case MessageType.CopyData or MessageType.CopyDone or MessageType.CopyFail:
                // Too late: what the client would have copied was refused.
                return ValueTask.CompletedTask;
            case MessageType.FunctionCall:
                Refuse(new RedshiftErrorException("0A000", "function call messages are not supported"));
                return ValueTask.CompletedTask;
            default:
                throw new InvalidDataException($"A client does not send messages of the type '{(char)type}'.");
        }
    }

    private async ValueTask HandleQueryAsync(string sql)
    {
        session.RecordRoundTrip();
        if (DriverQueries.IsTypeLoading(sql))
        {
            answers.Enqueue(PendingAnswer.Query);
            catalog.OnSync();
            server.Writer.Begin(MessageType.Query);
            server.Writer.Text(sql);
            server.Writer.End();
            return;
        }

        session.RecordStatement(sql, isPrepared: false);
        try
        {
            CheckLength(sql);
            var isEmpty = true;
            await foreach (var statement in translator.TranslateAsync(sql, session.Cancellation).ConfigureAwait(false))
            {
                isEmpty = false;
                await RunSimpleAsync(new PreparedStatement(sql, statement)).ConfigureAwait(false);
            }

            if (isEmpty)
            {
                SendUnnamed("", isForRows: false, PendingAnswer.Execute);
            }
        }
        catch (Exception exception) when (!Session.IsEndOfConnection(exception))
        {
            HandleFailure(exception);
        }

        await SendSyncAsync().ConfigureAwait(false);
    }

    private async ValueTask SendSyncAsync()
    {
        Delay(session.RoundTripDelay);
        _isSkipping = false;
        answers.Enqueue(PendingAnswer.Sync);
        catalog.OnSync();
        server.Writer.Message(MessageType.Sync, []);
        if (client.IsMuted)
        {
            // What was to be committed is by then.
            await backend.DrainAsync().ConfigureAwait(false);
            session.Cut();
            throw new IOException("The connection is cut after a commit.");
        }
    }

    private async ValueTask RunSimpleAsync(PreparedStatement prepared)
    {
        var statement = prepared.Statement!;
        var execute = await BeforeExecuteAsync(prepared).ConfigureAwait(false);
        SendUnnamed(statement.PostgresSql ?? "", isForRows: true, execute);
        AfterExecute(statement);
    }

    private void SendUnnamed(string sql, bool isForRows, PendingAnswer execute)
    {
        var writer = server.Writer;
        answers.Enqueue(PendingAnswer.DroppedParse);
        writer.Begin(MessageType.Parse);
        writer.Text("");
        writer.Text(sql);
        writer.Int16(0);
        writer.End();

        answers.Enqueue(PendingAnswer.DroppedBind);
        writer.Message(MessageType.Bind, [0, 0, 0, 0, 0, 0, 0, 0]);

        if (isForRows)
        {
            answers.Enqueue(PendingAnswer.DescribeRowsOnly);
            writer.Message(MessageType.Describe, [(byte)'P', 0]);
        }

        answers.Enqueue(execute);
        writer.Message(MessageType.Execute, [0, 0, 0, 0, 0]);
    }

    private async ValueTask HandleParseAsync(ReadOnlyMemory<byte> message)
    {
        var (name, sql, parameterTypes) = ReadParse(message);
        try
        {
            CheckLength(sql);
            var prepared = new PreparedStatement(sql, translator.Find(sql) ?? await TranslateOneAsync(sql).ConfigureAwait(false));
            if (name.Length == 0)
            {
                _statements[name] = prepared;
            }
            else
            {
                // A name that is taken stays what it is; PostgreSQL refuses it.
                _statements.TryAdd(name, prepared);
            }

            answers.Enqueue(PendingAnswer.Parse);
            var writer = server.Writer;
            writer.Begin(MessageType.Parse);
            writer.Text(name);
            writer.Text(prepared.Statement?.PostgresSql ?? "");
            writer.Bytes(parameterTypes.Span);
            writer.End();
        }
        catch (Exception exception) when (!Session.IsEndOfConnection(exception))
        {
            session.RecordStatement(sql, isPrepared: true);
            HandleFailure(exception);
        }
    }

    private async ValueTask<TranslatedStatement?> TranslateOneAsync(string sql)
    {
        TranslatedStatement? only = null;
        await foreach (var statement in translator.TranslateAsync(sql, session.Cancellation).ConfigureAwait(false))
        {
            if (only is not null)
            {
                throw new RedshiftErrorException("42601", "cannot insert multiple commands into a prepared statement");
            }

            only = statement;
        }

        return only;
    }

    private static (string Name, string Sql, ReadOnlyMemory<byte> ParameterTypes) ReadParse(ReadOnlyMemory<byte> message)
    {
        var body = new MessageBody(message.Span);
        var name = body.Text();
        var sql = body.Text();
        return (name, sql, message[^body.Rest().Length..]);
    }

    private void HandleBind(ReadOnlySpan<byte> message)
    {
        var (portal, statement, parameters) = ReadBind(message);
        if (parameters > MostParameters)
        {
            Refuse(
                new RedshiftErrorException("54000", $"too many parameters: {parameters}; a prepared statement has at most {MostParameters}"));
            return;
        }

        if (_statements.TryGetValue(statement, out var prepared))
        {
            _portals[portal] = prepared;
        }

        answers.Enqueue(PendingAnswer.Bind);
        server.Writer.Message(MessageType.Bind, message);
    }

    private static (string Portal, string Statement, int Parameters) ReadBind(ReadOnlySpan<byte> message)
    {
        var body = new MessageBody(message);
        var portal = body.Text();
        var statement = body.Text();
        body.Take(2 * (ushort)body.Int16()); // the parameters' formats
        return (portal, statement, (ushort)body.Int16());
    }

    private async ValueTask HandleExecuteAsync(ReadOnlyMemory<byte> message)
    {
        _portals.TryGetValue(new MessageBody(message.Span).Text(), out var prepared);
        session.RecordStatement(prepared?.Text ?? "", isPrepared: true);
        if (prepared?.Statement is not { } statement)
        {
            answers.Enqueue(PendingAnswer.Execute);
            server.Writer.Message(MessageType.Execute, message.Span);
            return;
        }

        try
        {
            // The message is not valid any more once something was received; nothing is before the next one is read.
            answers.Enqueue(await BeforeExecuteAsync(prepared).ConfigureAwait(false));
            server.Writer.Message(MessageType.Execute, message.Span);
            AfterExecute(statement);
        }
        catch (Exception exception) when (!Session.IsEndOfConnection(exception))
        {
            HandleFailure(exception);
        }
    }

    private void HandleClose(ReadOnlySpan<byte> message)
    {
        var body = new MessageBody(message);
        var names = body.Byte() == (byte)'S' ? _statements : _portals;
        names.Remove(body.Text());
        answers.Enqueue(PendingAnswer.Close);
        server.Writer.Message(MessageType.Close, message);
    }

    private async ValueTask<PendingAnswer> BeforeExecuteAsync(PreparedStatement prepared)
    {
        var statement = prepared.Statement!;
        InjectFaults(statement);
        foreach (var sql in statement.Before)
        {
            backend.Inject(sql);
        }

        if (statement.PostgresSql is not null)
        {
            return statement.CommandTag is null ? PendingAnswer.Execute : PendingAnswer.Execute with { CommandTag = statement.CommandTag };
        }

        var result = await ExecuteEmulatedAsync(statement, prepared.Text).ConfigureAwait(false);
        return PendingAnswer.Execute with { CommandTag = result.CommandTag, Infos = result.Infos };
    }

    private void InjectFaults(TranslatedStatement statement)
    {
        Delay(session.StatementDelay);
        if (session.CountStatement() is { } failure)
        {
            throw failure;
        }

        if (statement.Tree is SetStatement set)
        {
            session.ApplyFaultSetting(set);
        }

        if (!Commits(statement))
        {
            return;
        }

        switch (session.TakeCommitFault())
        {
            case CommitFault.Conflict:
                if (catalog.InTransactionBlock)
                {
                    backend.Inject("ROLLBACK");
                    catalog.OnCommitted();
                }

                throw new RedshiftErrorException("40001", "could not serialize access");
            case CommitFault.CutBefore:
                session.Cut();
                throw new IOException("The connection is cut before a commit.");
            case CommitFault.CutAfter:
                client.IsMuted = true;
                break;
        }
    }

    private static void Delay(TimeSpan delay)
    {
        if (delay > TimeSpan.Zero)
        {
            Thread.Sleep(delay);
        }
    }

    private bool Commits(TranslatedStatement statement)
        => statement.Tree switch
        {
            CommitStatement => true,
            SetStatement or ResetStatement or RollbackStatement or BeginStatement => false,
            InsertStatement or UpdateStatement or DeleteStatement or MergeStatement or CopyStatement or TruncateStatement
                => !catalog.InTransactionBlock,
            _ => statement.ChangesCatalog && !catalog.InTransactionBlock,
        };

    private void AfterExecute(TranslatedStatement statement)
    {
        foreach (var sql in statement.After)
        {
            backend.Inject(sql);
        }

        // https://docs.aws.amazon.com/redshift/latest/dg/r_TRUNCATE.html: it commits the transaction in which it is run.
        if (statement.Tree is TruncateStatement && catalog.InTransactionBlock)
        {
            backend.Inject("COMMIT");
            catalog.OnCommitted();
        }

        translator.OnSent(statement);
    }

    private async ValueTask<EmulatedStatementResult> ExecuteEmulatedAsync(TranslatedStatement statement, string text)
    {
        await backend.DrainAsync().ConfigureAwait(false);

        if (answers.TransactionStatus == (byte)'E')
        {
            throw new RedshiftErrorException("25P02", "current transaction is aborted, commands ignored until end of transaction block");
        }

        return await session.ExecuteEmulatedAsync(statement, text, backend).ConfigureAwait(false);
    }

    private static void CheckLength(string sql)
    {
        var size = System.Text.Encoding.UTF8.GetByteCount(sql);
        if (size > LongestStatement)
        {
            throw new RedshiftErrorException(
                "54000", $"Statement is too large. Statement Size: {size} bytes. Maximum Allowed: {LongestStatement} bytes");
        }
    }

    private void HandleFailure(Exception exception)
    {
        switch (exception)
        {
            case RedshiftErrorException refusal:
                Refuse(refusal);
                break;
            case EarlierStatementFailedException:
                _isSkipping = true;
                if (backend.UnheardFailure is { } failure)
                {
                    Refuse(failure);
                }

                break;
            default:
                // A defect of the emulator's. The session goes on, as a server's would.
                Refuse(new RedshiftErrorException("XX000", $"internal error of the emulator: {exception.Message}", exception.ToString()));
                break;
        }
    }

    // The error is PostgreSQL's own, so that it comes after all earlier answers and the transaction fails with it. Where PostgreSQL skips
    // already, because a statement of the emulator's own has failed, the client has not heard of it yet.
    private void Refuse(RedshiftErrorException exception)
    {
        _isSkipping = true;
        if (backend.UnheardFailure is not null)
        {
            backend.UnheardFailure = null;
            client.SendError(ServerError.From(exception));
            return;
        }

        backend.InjectError(ServerError.From(exception), exception.Position);
    }
}
