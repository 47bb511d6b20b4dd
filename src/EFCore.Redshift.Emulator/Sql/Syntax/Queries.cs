namespace EFCore.Redshift.Emulator.Sql.Syntax;

/// <summary>A query, as a statement or as a part of one. What stands around a SELECT or a set operation is here.</summary>
internal abstract record Query : Statement
{
    public WithClause? With { get; init; }

    public IReadOnlyList<OrderItem> OrderBy { get; init; } = [];

    public LimitClause? Limit { get; init; }

    public Expression? Offset { get; init; }

    public IReadOnlyList<LockingClause> Locking { get; init; } = [];
}

internal sealed record WithClause(bool IsRecursive, IReadOnlyList<CommonTableExpression> Items) : SqlNode;

/// <summary>An item of WITH. <paramref name="Body" /> is a <see cref="Query" />, or a statement that only PostgreSQL takes here.</summary>
internal sealed record CommonTableExpression(Identifier Name, IReadOnlyList<Identifier> Columns, Statement Body) : SqlNode
{
    /// <summary>PostgreSQL's <c>[NOT] MATERIALIZED</c>.</summary>
    public bool? IsMaterialized { get; init; }
}

internal enum LimitSyntax
{
    Limit,

    /// <summary><c>FETCH FIRST n ROWS ONLY</c></summary>
    Fetch
}

/// <summary>How many rows; a null count is <c>ALL</c>.</summary>
internal sealed record LimitClause(Expression? Count, LimitSyntax Syntax = LimitSyntax.Limit) : SqlNode
{
    public bool WithTies { get; init; }
}

/// <summary><c>FOR UPDATE</c> and the like; <paramref name="Strength" /> is what follows FOR, in upper case.</summary>
internal sealed record LockingClause(string Strength, IReadOnlyList<QualifiedName> Tables) : SqlNode
{
    /// <summary><c>NOWAIT</c> or <c>SKIP LOCKED</c>.</summary>
    public string? Wait { get; init; }
}

internal sealed record SelectQuery(IReadOnlyList<SelectItem> Items) : Query
{
    public SetQuantifier? Quantifier { get; init; }

    /// <summary>The expressions of <c>DISTINCT ON (…)</c>.</summary>
    public IReadOnlyList<Expression> DistinctOn { get; init; } = [];

    /// <summary><c>TOP n</c></summary>
    public Expression? Top { get; init; }

    /// <summary><c>EXCLUDE (…)</c> at the end of the select list.</summary>
    public IReadOnlyList<Identifier> Exclude { get; init; } = [];

    public IntoClause? Into { get; init; }

    /// <summary>The items of FROM between commas.</summary>
    public IReadOnlyList<TableReference> From { get; init; } = [];

    public Expression? Where { get; init; }

    public ConnectByClause? ConnectBy { get; init; }

    public IReadOnlyList<GroupingElement> GroupBy { get; init; } = [];

    /// <summary><c>GROUP BY ALL</c></summary>
    public bool GroupByAll { get; init; }

    public Expression? Having { get; init; }

    public Expression? Qualify { get; init; }

    public IReadOnlyList<NamedWindow> Windows { get; init; } = [];
}

internal abstract record SelectItem : SqlNode;

internal sealed record SelectExpression(Expression Expression, Identifier? Alias = null) : SelectItem;

/// <summary><c>*</c> or <c>t.*</c></summary>
internal sealed record SelectStar(IReadOnlyList<string> Qualifier) : SelectItem;

/// <summary><c>SELECT … INTO [TEMP] [TABLE] name</c></summary>
internal sealed record IntoClause(QualifiedName Table, TablePersistence Persistence) : SqlNode;

/// <summary><c>[START WITH a] CONNECT BY [NOCYCLE] b</c></summary>
internal sealed record ConnectByClause(Expression? StartWith, Expression Condition, bool NoCycle) : SqlNode;

internal abstract record GroupingElement : SqlNode;

internal sealed record GroupingExpression(Expression Expression) : GroupingElement;

/// <summary>Several expressions, or none, as one grouping: <c>(a, b)</c>, <c>()</c>.</summary>
internal sealed record GroupingTuple(IReadOnlyList<Expression> Items) : GroupingElement;

internal enum GroupingKind
{
    Rollup,
    Cube,
    Sets
}

internal sealed record GroupingSets(GroupingKind Kind, IReadOnlyList<GroupingElement> Items) : GroupingElement;

internal sealed record NamedWindow(Identifier Name, WindowSpecification Specification) : SqlNode;

internal enum SetOperator
{
    Union,
    Intersect,

    /// <summary>Also <c>MINUS</c>.</summary>
    Except
}

/// <summary>
///     Two or more queries joined by one operator, from left to right: a chain is one node, however long, so that nothing recurses along it.
/// </summary>
internal sealed record SetOperation(SetOperator Operator, bool IsAll, IReadOnlyList<Query> Operands) : Query;

/// <summary><c>VALUES (…), (…)</c></summary>
internal sealed record ValuesQuery(IReadOnlyList<ValuesRow> Rows) : Query;

internal sealed record ValuesRow(IReadOnlyList<Expression> Items) : SqlNode;

/// <summary>PostgreSQL's <c>TABLE t</c>.</summary>
internal sealed record TableQuery(QualifiedName Table) : Query;
