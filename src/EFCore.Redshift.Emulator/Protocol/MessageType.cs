namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>
///     The first byte of the messages of PostgreSQL's protocol, version 3. Some stand for one thing when the client sends them and for
///     another when the server does.
/// </summary>
internal static class MessageType
{
    // From the client.
    public const byte Query = (byte)'Q';
    public const byte Parse = (byte)'P';
    public const byte Bind = (byte)'B';
    public const byte Describe = (byte)'D';
    public const byte Execute = (byte)'E';
    public const byte Close = (byte)'C';
    public const byte Sync = (byte)'S';
    public const byte Flush = (byte)'H';
    public const byte Terminate = (byte)'X';
    public const byte Password = (byte)'p';
    public const byte FunctionCall = (byte)'F';

    // From both.
    public const byte CopyData = (byte)'d';
    public const byte CopyDone = (byte)'c';
    public const byte CopyFail = (byte)'f';

    // From the server.
    public const byte Authentication = (byte)'R';
    public const byte ParameterStatus = (byte)'S';
    public const byte BackendKeyData = (byte)'K';
    public const byte ReadyForQuery = (byte)'Z';
    public const byte ParseComplete = (byte)'1';
    public const byte BindComplete = (byte)'2';
    public const byte CloseComplete = (byte)'3';
    public const byte ParameterDescription = (byte)'t';
    public const byte RowDescription = (byte)'T';
    public const byte NoData = (byte)'n';
    public const byte DataRow = (byte)'D';
    public const byte CommandComplete = (byte)'C';
    public const byte EmptyQueryResponse = (byte)'I';
    public const byte PortalSuspended = (byte)'s';
    public const byte CopyInResponse = (byte)'G';
    public const byte ErrorResponse = (byte)'E';
    public const byte NoticeResponse = (byte)'N';
    public const byte NotificationResponse = (byte)'A';
}
