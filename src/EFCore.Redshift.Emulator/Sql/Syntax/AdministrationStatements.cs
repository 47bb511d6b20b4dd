namespace EFCore.Redshift.Emulator.Sql.Syntax;

internal sealed record AnalyzeStatement(QualifiedName? Table) : Statement
{
    public bool IsVerbose { get; init; }

    /// <summary><c>ANALYZE COMPRESSION</c></summary>
    public bool IsCompression { get; init; }

    public IReadOnlyList<Identifier> Columns { get; init; } = [];

    /// <summary>What follows, in upper case: <c>PREDICATE COLUMNS</c>, <c>ALL COLUMNS</c>, <c>COMPROWS 1000</c>.</summary>
    public string? Option { get; init; }
}

internal enum VacuumKind
{
    Full,
    SortOnly,
    DeleteOnly,
    Reindex,
    Recluster
}

internal sealed record VacuumStatement(VacuumKind? Kind, QualifiedName? Table) : Statement
{
    /// <summary><c>TO n PERCENT</c></summary>
    public NumericLiteral? ToPercent { get; init; }

    public bool Boost { get; init; }
}

/// <summary><c>CANCEL process_id ['message']</c></summary>
internal sealed record CancelStatement(NumericLiteral ProcessId, StringLiteral? Message) : Statement;

/// <summary><c>GRANT … ON … TO …</c></summary>
internal sealed record GrantStatement(IReadOnlyList<Privilege> Privileges, GrantTarget? Target, IReadOnlyList<Grantee> Grantees) : Statement
{
    /// <summary><c>WITH GRANT OPTION</c>, <c>WITH ADMIN OPTION</c></summary>
    public bool WithOption { get; init; }
}

internal sealed record RevokeStatement(IReadOnlyList<Privilege> Privileges, GrantTarget? Target, IReadOnlyList<Grantee> Grantees) : Statement
{
    /// <summary><c>GRANT OPTION FOR</c></summary>
    public bool OptionOnly { get; init; }

    public DropBehavior? Behavior { get; init; }
}

/// <summary>A privilege in upper case (<c>SELECT</c>, <c>ALL</c>, <c>CREATE TABLE</c>), or, without an ON, <c>ROLE</c> with the role's name.</summary>
internal sealed record Privilege(string Name) : SqlNode
{
    public IReadOnlyList<Identifier> Columns { get; init; } = [];

    public Identifier? Role { get; init; }
}

/// <summary>What stands after ON.</summary>
internal sealed record GrantTarget(ObjectKind Kind, IReadOnlyList<QualifiedName> Names) : SqlNode
{
    /// <summary><c>ALL TABLES IN SCHEMA</c>: the names are schemas.</summary>
    public bool IsAllInSchema { get; init; }

    /// <summary>The argument types of functions and procedures, in the order of the names; null where there are no parentheses.</summary>
    public IReadOnlyList<ArgumentTypes> Arguments { get; init; } = [];
}

internal sealed record ArgumentTypes(IReadOnlyList<TypeName> Types) : SqlNode;

internal enum GranteeKind
{
    User,
    Group,
    Role,
    Public
}

internal sealed record Grantee(GranteeKind Kind, Identifier? Name) : SqlNode;

internal sealed record CreateUserStatement(Identifier Name, IReadOnlyList<UserOption> Options) : Statement;

internal sealed record AlterUserStatement(Identifier Name, IReadOnlyList<UserOption> Options) : Statement;

/// <summary>The name is upper case: <c>PASSWORD</c>, <c>CREATEDB</c>, <c>IN GROUP</c>, <c>VALID UNTIL</c>, <c>SET</c> …</summary>
internal sealed record UserOption(string Name, string? Value) : SqlNode;

internal sealed record CreateGroupStatement(Identifier Name, IReadOnlyList<Identifier> Users) : Statement;

internal enum AlterGroupAction
{
    AddUser,
    DropUser,
    Rename
}

internal sealed record AlterGroupStatement(Identifier Name, AlterGroupAction Action, IReadOnlyList<Identifier> Names) : Statement;

internal sealed record CreateRoleStatement(Identifier Name) : Statement
{
    public string? ExternalId { get; init; }
}
