namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>An answer that PostgreSQL owes, and what becomes of it.</summary>
/// <param name="Kind">The message it answers.</param>
/// <param name="IsForClient">Whether the client gets it; errors it gets in any case, unless there is a receiver.</param>
internal sealed record PendingAnswer(AnswerKind Kind, bool IsForClient)
{
    public static readonly PendingAnswer Parse = new(AnswerKind.Parse, IsForClient: true);
    public static readonly PendingAnswer Bind = new(AnswerKind.Bind, IsForClient: true);
    public static readonly PendingAnswer Close = new(AnswerKind.Close, IsForClient: true);
    public static readonly PendingAnswer Describe = new(AnswerKind.Describe, IsForClient: true);
    public static readonly PendingAnswer Execute = new(AnswerKind.Execute, IsForClient: true);
    public static readonly PendingAnswer Sync = new(AnswerKind.Sync, IsForClient: true);
    public static readonly PendingAnswer Query = new(AnswerKind.Query, IsForClient: true);

    public static readonly PendingAnswer DroppedParse = new(AnswerKind.Parse, IsForClient: false);
    public static readonly PendingAnswer DroppedBind = new(AnswerKind.Bind, IsForClient: false);
    public static readonly PendingAnswer DroppedClose = new(AnswerKind.Close, IsForClient: false);
    public static readonly PendingAnswer DroppedExecute = new(AnswerKind.Execute, IsForClient: false);

    /// <summary>In the simple protocol, a statement without rows has no description at all.</summary>
    public static readonly PendingAnswer DescribeRowsOnly = new(AnswerKind.Describe, IsForClient: true) { DropsNoData = true };

    /// <summary>Whether "no data" is dropped.</summary>
    public bool DropsNoData { get; private init; }

    /// <summary>
    ///     The command tag that replaces PostgreSQL's; also that of an empty statement, which stands for one that the emulator has executed.
    /// </summary>
    public string? CommandTag { get; init; }

    /// <summary>Messages of the severity INFO that precede the end of the statement.</summary>
    public IReadOnlyList<string> Infos { get; init; } = [];

    /// <summary>Where in the client's text the error is that the statement is sent to raise.</summary>
    public int? ErrorPosition { get; init; }

    /// <summary>Who gets the answer, where it is the emulator itself.</summary>
    public IAnswerReceiver? Receiver { get; init; }

    /// <summary>Whether a message of this type is the last of the answer.</summary>
    public bool EndsWith(byte type)
        => Kind switch
        {
            AnswerKind.Parse => type == MessageType.ParseComplete,
            AnswerKind.Bind => type == MessageType.BindComplete,
            AnswerKind.Close => type == MessageType.CloseComplete,
            AnswerKind.Describe => type is MessageType.RowDescription or MessageType.NoData,
            AnswerKind.Execute => type is MessageType.CommandComplete or MessageType.EmptyQueryResponse or MessageType.PortalSuspended,
            _ => type == MessageType.ReadyForQuery,
        };
}
