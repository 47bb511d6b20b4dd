namespace EFCore.Redshift.Emulator.Sql.Syntax;

internal sealed record CreateViewStatement(QualifiedName Name, Query Query) : Statement
{
    public bool OrReplace { get; init; }

    public bool IsTemporary { get; init; }

    public bool IsRecursive { get; init; }

    public IReadOnlyList<Identifier> Columns { get; init; } = [];

    /// <summary><c>WITH NO SCHEMA BINDING</c></summary>
    public bool NoSchemaBinding { get; init; }

    /// <summary>PostgreSQL's <c>WITH CHECK OPTION</c>.</summary>
    public bool WithCheckOption { get; init; }
}

internal sealed record CreateMaterializedViewStatement(QualifiedName Name, Query Query) : Statement
{
    public bool IfNotExists { get; init; }

    public IReadOnlyList<Identifier> Columns { get; init; } = [];

    public IReadOnlyList<TableAttribute> Attributes { get; init; } = [];
}

internal sealed record RefreshMaterializedViewStatement(QualifiedName Name) : Statement
{
    /// <summary>Redshift's <c>RESTRICT</c> or <c>CASCADE</c>.</summary>
    public DropBehavior? Behavior { get; init; }

    public bool IsConcurrent { get; init; }
}

internal sealed record AlterMaterializedViewStatement(QualifiedName Name) : Statement
{
    public bool? AutoRefresh { get; init; }

    public bool? RowLevelSecurity { get; init; }

    public Identifier? Owner { get; init; }
}

internal sealed record CreateSchemaStatement(Identifier? Name) : Statement
{
    public bool IfNotExists { get; init; }

    public Identifier? Authorization { get; init; }

    public SchemaQuota? Quota { get; init; }

    /// <summary>The statements within.</summary>
    public IReadOnlyList<Statement> Elements { get; init; } = [];
}

/// <summary>A null size is <c>UNLIMITED</c>; the unit is MB, GB or TB.</summary>
internal sealed record SchemaQuota(long? Size, string? Unit) : SqlNode;

/// <summary>One of the three: RENAME TO, OWNER TO, QUOTA.</summary>
internal sealed record AlterSchemaStatement(Identifier Name) : Statement
{
    public Identifier? NewName { get; init; }

    public Identifier? Owner { get; init; }

    public SchemaQuota? Quota { get; init; }
}

internal sealed record CreateDatabaseStatement(Identifier Name, IReadOnlyList<DatabaseOption> Options) : Statement;

/// <summary>The name is upper case: <c>OWNER</c>, <c>CONNECTION LIMIT</c>, <c>COLLATE</c>, <c>ISOLATION LEVEL</c>, <c>RENAME TO</c>, or one of PostgreSQL's.</summary>
internal sealed record DatabaseOption(string Name, string Value) : SqlNode;

internal sealed record AlterDatabaseStatement(Identifier Name, IReadOnlyList<DatabaseOption> Options) : Statement;

internal enum ObjectKind
{
    Table,
    View,
    MaterializedView,
    Schema,
    Database,
    User,
    Group,
    Role,
    Function,
    Procedure,
    Aggregate,
    Column,
    Constraint,
    Index,
    Sequence,
    Type,
    Domain,
    Extension,
    Trigger,
    Rule,
    Library,
    Model,
    Datashare,
    Policy,
    Language,
    ExternalTable,
    ExternalView
}

internal sealed record DropStatement(ObjectKind Kind, IReadOnlyList<QualifiedName> Names) : Statement
{
    public bool IfExists { get; init; }

    public DropBehavior? Behavior { get; init; }

    /// <summary><c>DROP SCHEMA … DROP EXTERNAL DATABASE</c></summary>
    public bool DropExternalDatabase { get; init; }

    /// <summary>PostgreSQL's <c>DROP INDEX CONCURRENTLY</c>, <c>DROP DATABASE … WITH (FORCE)</c>: in upper case.</summary>
    public string? Option { get; init; }

    /// <summary>The argument types, for functions and procedures; null when there are no parentheses.</summary>
    public IReadOnlyList<TypeName>? ArgumentTypes { get; init; }

    /// <summary>What a trigger or a rule belongs to.</summary>
    public QualifiedName? OnTable { get; init; }
}

internal sealed record CommentStatement(ObjectKind Kind, QualifiedName Name, StringLiteral? Text) : Statement
{
    /// <summary>The table of a constraint.</summary>
    public QualifiedName? OnTable { get; init; }
}

/// <summary>
///     A statement that Redshift lacks, or that the emulator leaves out; only its first words are understood.
///     <paramref name="Command" /> is upper case: <c>CREATE INDEX</c>, <c>SAVEPOINT</c>, <c>DO</c>, <c>LISTEN</c> …
/// </summary>
internal sealed record UnsupportedStatement(string Command) : Statement;

/// <summary><c>CREATE EXTERNAL SCHEMA</c>; the rest of its text is not looked into.</summary>
internal sealed record CreateExternalSchemaStatement(Identifier Name) : Statement
{
    public bool IfNotExists { get; init; }

    /// <summary>The text from FROM on.</summary>
    public string Definition { get; init; } = "";
}

/// <summary><c>CREATE EXTERNAL TABLE</c>; the attributes after the columns are not looked into.</summary>
internal sealed record CreateExternalTableStatement(QualifiedName Name, IReadOnlyList<ColumnDefinition> Columns) : Statement
{
    public IReadOnlyList<ColumnDefinition> Partitions { get; init; } = [];

    /// <summary>The text after the columns and partitions, without AS and the query.</summary>
    public string Attributes { get; init; } = "";

    public Query? Query { get; init; }
}
