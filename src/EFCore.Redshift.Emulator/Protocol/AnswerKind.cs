namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>The message that an answer of PostgreSQL's belongs to.</summary>
internal enum AnswerKind
{
    Parse,
    Bind,
    Close,
    Describe,
    Execute,
    Sync,

    /// <summary>A text in the simple protocol, sent on as it is.</summary>
    Query,
}
