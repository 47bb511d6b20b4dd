using System.Collections.Frozen;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>Hands PostgreSQL's answers on to whom they belong: the client, the emulator, or nobody.</summary>
internal sealed class BackendPump(ServerConnection server, ClientConnection client, PendingAnswers answers, Action<byte> onReady)
{
    // Rows are held back until they fill this, as PostgreSQL itself does with 8 kB; so a large result takes the memory of one buffer.
    private const int SendSize = 32 * 1024;

    // What a client of a Redshift cluster is told. standard_conforming_strings is not among them: it came with PostgreSQL 8.2.
    private static readonly FrozenSet<string> ReportedParameters = FrozenSet.Create(
        StringComparer.Ordinal,
        "application_name",
        "client_encoding",
        "DateStyle",
        "integer_datetimes",
        "is_superuser",
        "server_encoding",
        "session_authorization",
        "TimeZone");

    /// <summary>Whether clients are told the setting's value.</summary>
    public static bool IsReported(string parameter)
        => ReportedParameters.Contains(parameter);

    /// <summary>Runs until PostgreSQL closes the connection.</summary>
    public void Run()
    {
        var reader = server.Reader;
        var areRowsComing = false;
        while (true)
        {
            while (reader.HasHeader)
            {
                if (reader.Type == MessageType.DataRow && answers.Peek() is { Receiver: null } rows)
                {
                    StreamRows(rows.IsForClient);
                    areRowsComing = true;
                    continue;
                }

                if (!reader.HasMessage)
                {
                    break;
                }

                var type = reader.Type;
                Handle(type, reader.TakeMessage());
                areRowsComing = false;
            }

            if (!areRowsComing || client.Writer.Length >= SendSize)
            {
                client.Flush();
            }

            if (!reader.Receive())
            {
                client.Flush();
                return;
            }
        }
    }

    // Rows are passed on as they come, in parts if they are large.
    private void StreamRows(bool isForClient)
    {
        var reader = server.Reader;
        long rest = Math.Max(reader.RunOf(MessageType.DataRow), reader.TotalSize);
        while (true)
        {
            var part = reader.TakeAvailable(rest);
            if (isForClient)
            {
                client.Writer.Bytes(part);
            }

            rest -= part.Length;
            if (rest == 0)
            {
                return;
            }

            client.Flush();
            if (!reader.Receive())
            {
                return;
            }
        }
    }

    private void Handle(byte type, ReadOnlyMemory<byte> body)
    {
        switch (type)
        {
            case MessageType.ErrorResponse:
                HandleError(ServerError.Read(body.Span));
                return;
            case MessageType.NoticeResponse:
                if (answers.Peek() is null or { IsForClient: true })
                {
                    ServerError.Read(body.Span).Write(client.Writer, MessageType.NoticeResponse);
                }

                return;
            case MessageType.ParameterStatus:
                if (IsReported(new MessageBody(body.Span).Text()))
                {
                    client.Writer.Message(type, body.Span);
                }

                return;
            case MessageType.NotificationResponse:
                return;
            case MessageType.ReadyForQuery:
                // The session's state first, so that it is right when the client sends its next message.
                onReady(body.Span[0]);
                answers.Ready(body.Span[0]);
                client.Writer.Message(type, body.Span);
                return;
        }

        var answer = answers.Peek() ?? throw new InvalidDataException($"PostgreSQL sent a message '{(char)type}' that answers nothing.");
        if (answer.Receiver is { } receiver)
        {
            // The rows of an UNLOAD wait here for the object store.
            receiver.ReceiveAsync(type, body).AsTask().GetAwaiter().GetResult();
        }
        else if (answer.IsForClient)
        {
            Forward(answer, type, body.Span);
        }

        if (answer.EndsWith(type))
        {
            answers.Complete();
        }
    }

    private void HandleError(ServerError error)
    {
        var translated = error.AsRedshift(server.ProcessId);
        var answer = answers.Peek();
        if (answer?.Receiver is { } receiver)
        {
            answers.Fail();
            receiver.Fail(translated.ToException());
            return;
        }

        (translated with { Position = answer?.ErrorPosition }).Write(client.Writer, MessageType.ErrorResponse);
        if (answer is { Kind: not AnswerKind.Query })
        {
            answers.Fail();
        }
    }

    private void Forward(PendingAnswer answer, byte type, ReadOnlySpan<byte> body)
    {
        switch (type)
        {
            case MessageType.NoData when answer.DropsNoData:
                return;
            case MessageType.CommandComplete or MessageType.EmptyQueryResponse when answer.CommandTag is not null:
                foreach (var info in answer.Infos)
                {
                    new ServerError("INFO", "00000", info).Write(client.Writer, MessageType.NoticeResponse);
                }

                client.Writer.Begin(MessageType.CommandComplete);
                client.Writer.Text(answer.CommandTag);
                client.Writer.End();
                return;
            default:
                client.Writer.Message(type, body);
                return;
        }
    }
}
