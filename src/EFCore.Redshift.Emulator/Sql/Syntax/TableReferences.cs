namespace EFCore.Redshift.Emulator.Sql.Syntax;

/// <summary>An item of FROM.</summary>
internal abstract record TableReference : SqlNode
{
    public TableAlias? Alias { get; init; }
}

internal sealed record TableAlias(Identifier Name, IReadOnlyList<Identifier> Columns) : SqlNode;

/// <summary>
///     A dotted name: a table, a view or a common table expression; or, when its first part names an earlier item of FROM,
///     the iteration over a SUPER array (<c>FROM t, t.s AS e AT i</c>).
/// </summary>
internal sealed record NamedTable(QualifiedName Name) : TableReference
{
    /// <summary>The name of the position after <c>AT</c>.</summary>
    public Identifier? IndexAlias { get; init; }

    /// <summary><c>FROM ONLY t</c></summary>
    public bool IsOnly { get; init; }

    public TableSample? Sample { get; init; }
}

internal sealed record TableSample(QualifiedName Method, IReadOnlyList<Expression> Arguments, Expression? Repeatable) : SqlNode;

/// <summary>The iteration over an array reached by a path with subscripts: <c>FROM t, t.s[0].items AS e AT i</c>.</summary>
internal sealed record PathTable(Expression Path) : TableReference
{
    public Identifier? IndexAlias { get; init; }
}

/// <summary>The iteration over the attributes of a SUPER object: <c>UNPIVOT t.s AS value AT name</c>.</summary>
internal sealed record UnpivotedObject(Expression Object) : TableReference
{
    public Identifier? NameAlias { get; init; }
}

internal sealed record DerivedTable(Query Query) : TableReference
{
    public bool IsLateral { get; init; }
}

/// <summary>A function in FROM; a call, or a keyword such as CURRENT_DATE.</summary>
internal sealed record FunctionTable(Expression Function) : TableReference
{
    public bool IsLateral { get; init; }

    public bool WithOrdinality { get; init; }

    /// <summary>The name of the position after <c>AT</c>.</summary>
    public Identifier? IndexAlias { get; init; }

    /// <summary><c>AS t(a int, b text)</c></summary>
    public IReadOnlyList<ColumnDefinition> ColumnDefinitions { get; init; } = [];
}

internal enum JoinKind
{
    Inner,
    Left,
    Right,
    Full,
    Cross
}

internal sealed record JoinedTable(TableReference Left, JoinKind Kind, TableReference Right) : TableReference
{
    public bool IsNatural { get; init; }

    public Expression? On { get; init; }

    public IReadOnlyList<Identifier> Using { get; init; } = [];
}

/// <summary><c>t PIVOT (sum(a) AS s FOR b IN (1 AS x, 2 AS y)) AS p</c></summary>
internal sealed record PivotedTable(
    TableReference Source, IReadOnlyList<SelectExpression> Aggregates, ColumnReference For, IReadOnlyList<SelectExpression> In) : TableReference;

/// <summary><c>t UNPIVOT [INCLUDE NULLS] (v FOR n IN (a AS x, b)) AS u</c></summary>
internal sealed record UnpivotedTable(
    TableReference Source, Identifier Value, Identifier Name, IReadOnlyList<SelectExpression> In) : TableReference
{
    public bool IncludeNulls { get; init; }
}
