namespace EFCore.Redshift.Emulator.Sql.Syntax;

internal enum IsolationLevel
{
    ReadUncommitted,
    ReadCommitted,
    RepeatableRead,
    Serializable
}

internal sealed record TransactionMode : SqlNode
{
    public IsolationLevel? Isolation { get; init; }

    public bool? IsReadOnly { get; init; }

    public bool? IsDeferrable { get; init; }
}

/// <summary><c>BEGIN</c> or <c>START TRANSACTION</c></summary>
internal sealed record BeginStatement(TransactionMode Mode) : Statement
{
    public bool IsStartTransaction { get; init; }
}

/// <summary><c>COMMIT</c> or <c>END</c></summary>
internal sealed record CommitStatement : Statement;

/// <summary><c>ROLLBACK</c> or <c>ABORT</c></summary>
internal sealed record RollbackStatement : Statement;

internal enum SavepointAction
{
    Save,
    Release,
    RollbackTo
}

internal sealed record SavepointStatement(SavepointAction Action, Identifier Name) : Statement;

/// <summary><c>SET TRANSACTION …</c>, or with <see cref="IsSession" /> <c>SET SESSION CHARACTERISTICS AS TRANSACTION …</c></summary>
internal sealed record SetTransactionStatement(TransactionMode Mode) : Statement
{
    public bool IsSession { get; init; }
}

/// <summary>
///     <c>SET [SESSION | LOCAL] name { TO | = } value, …</c>. The name is lower case, with dots. No values mean DEFAULT.
///     <c>SET TIME ZONE</c> is the name <c>timezone</c>; a bare word is a <see cref="StringLiteral" /> folded like a name.
/// </summary>
internal sealed record SetStatement(string Name, IReadOnlyList<Expression> Values) : Statement
{
    public bool IsLocal { get; init; }
}

/// <summary><c>SET SESSION AUTHORIZATION name</c>; a null name is DEFAULT.</summary>
internal sealed record SetSessionAuthorizationStatement(string? Name) : Statement
{
    public bool IsLocal { get; init; }
}

/// <summary>A null name is ALL.</summary>
internal sealed record ResetStatement(string? Name) : Statement;

/// <summary>A null name is ALL.</summary>
internal sealed record ShowStatement(string? Name) : Statement;

/// <summary><c>SHOW TABLE t</c>, <c>SHOW COLUMNS FROM TABLE t</c> …; the kind is upper case.</summary>
internal sealed record ShowObjectStatement(string Kind, QualifiedName? Name) : Statement
{
    public StringLiteral? Like { get; init; }

    public NumericLiteral? Limit { get; init; }
}

internal sealed record DeclareCursorStatement(Identifier Name, Query Query) : Statement
{
    /// <summary>PostgreSQL's words before CURSOR and between CURSOR and FOR, in upper case: <c>BINARY</c>, <c>SCROLL</c>, <c>WITH HOLD</c> …</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}

internal enum FetchDirection
{
    Next,
    All,
    Forward,
    ForwardAll,

    /// <summary>A count without a direction, which Redshift does not take.</summary>
    Count,
    Prior,
    First,
    Last,
    Absolute,
    Relative,
    Backward,
    BackwardAll
}

internal sealed record FetchStatement(Identifier Cursor, FetchDirection Direction, long? Count) : Statement
{
    /// <summary>PostgreSQL's MOVE.</summary>
    public bool IsMove { get; init; }
}

/// <summary>A null cursor is ALL.</summary>
internal sealed record CloseStatement(Identifier? Cursor) : Statement;

internal sealed record PrepareStatement(Identifier Name, IReadOnlyList<TypeName> ParameterTypes, Statement Body) : Statement;

internal sealed record ExecuteStatement(Identifier Name, IReadOnlyList<Expression> Arguments) : Statement;

/// <summary>A null name is ALL.</summary>
internal sealed record DeallocateStatement(Identifier? Name) : Statement;

internal sealed record ExplainStatement(Statement Body) : Statement
{
    public bool IsVerbose { get; init; }

    /// <summary>PostgreSQL's ANALYZE.</summary>
    public bool IsAnalyze { get; init; }

    /// <summary>PostgreSQL's options in parentheses, in upper case.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}
