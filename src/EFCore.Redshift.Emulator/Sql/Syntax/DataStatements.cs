namespace EFCore.Redshift.Emulator.Sql.Syntax;

internal sealed record InsertStatement(QualifiedName Table) : Statement
{
    public WithClause? With { get; init; }

    public Identifier? Alias { get; init; }

    public IReadOnlyList<Identifier> Columns { get; init; } = [];

    /// <summary>PostgreSQL's <c>OVERRIDING SYSTEM VALUE</c> or <c>USER VALUE</c>: the word between.</summary>
    public string? Overriding { get; init; }

    /// <summary>The rows, a <see cref="ValuesQuery" /> for VALUES; null for DEFAULT VALUES.</summary>
    public Query? Source { get; init; }

    public OnConflictClause? OnConflict { get; init; }

    public ReturningClause? Returning { get; init; }
}

/// <summary><c>ON CONFLICT [target] DO NOTHING | UPDATE …</c></summary>
internal sealed record OnConflictClause(IReadOnlyList<Expression> Target) : SqlNode
{
    public Expression? TargetWhere { get; init; }

    public Identifier? Constraint { get; init; }

    /// <summary>Empty for DO NOTHING.</summary>
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    public Expression? Where { get; init; }
}

internal sealed record ReturningClause(IReadOnlyList<SelectItem> Items) : SqlNode;

internal sealed record UpdateStatement(QualifiedName Table, IReadOnlyList<Assignment> Assignments) : Statement
{
    public WithClause? With { get; init; }

    public bool IsOnly { get; init; }

    public Identifier? Alias { get; init; }

    public IReadOnlyList<TableReference> From { get; init; } = [];

    public Expression? Where { get; init; }

    public ReturningClause? Returning { get; init; }
}

/// <summary><c>a = e</c>, or with several targets <c>(a, b) = row</c>.</summary>
internal sealed record Assignment(IReadOnlyList<QualifiedName> Targets, Expression Value) : SqlNode;

internal sealed record DeleteStatement(QualifiedName Table) : Statement
{
    public WithClause? With { get; init; }

    /// <summary>Whether FROM was written, which USING needs.</summary>
    public bool HasFrom { get; init; } = true;

    public bool IsOnly { get; init; }

    public Identifier? Alias { get; init; }

    public IReadOnlyList<TableReference> Using { get; init; } = [];

    public Expression? Where { get; init; }

    public ReturningClause? Returning { get; init; }
}

internal sealed record MergeStatement(QualifiedName Target, TableReference Source, Expression On) : Statement
{
    public WithClause? With { get; init; }

    public Identifier? TargetAlias { get; init; }

    public IReadOnlyList<MergeBranch> Branches { get; init; } = [];

    /// <summary>Redshift's <c>REMOVE DUPLICATES</c> in place of the branches.</summary>
    public bool RemoveDuplicates { get; init; }
}

/// <summary><c>WHEN [NOT] MATCHED [AND condition] THEN …</c></summary>
internal abstract record MergeBranch(bool IsMatched) : SqlNode
{
    public Expression? Condition { get; init; }
}

internal sealed record MergeUpdate(bool IsMatched, IReadOnlyList<Assignment> Assignments) : MergeBranch(IsMatched);

internal sealed record MergeDelete(bool IsMatched) : MergeBranch(IsMatched);

internal sealed record MergeInsert(bool IsMatched, IReadOnlyList<Identifier> Columns, IReadOnlyList<Expression> Values) : MergeBranch(IsMatched);

internal sealed record MergeDoNothing(bool IsMatched) : MergeBranch(IsMatched);

internal sealed record TruncateStatement(IReadOnlyList<QualifiedName> Tables) : Statement
{
    /// <summary>What PostgreSQL takes after the tables: <c>RESTART IDENTITY</c>, <c>CONTINUE IDENTITY</c>, <c>CASCADE</c>, <c>RESTRICT</c>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}

internal sealed record LockStatement(IReadOnlyList<QualifiedName> Tables) : Statement
{
    /// <summary>PostgreSQL's mode between IN and MODE, in upper case.</summary>
    public string? Mode { get; init; }

    public bool NoWait { get; init; }
}

internal sealed record CallStatement(FunctionCall Procedure) : Statement;
