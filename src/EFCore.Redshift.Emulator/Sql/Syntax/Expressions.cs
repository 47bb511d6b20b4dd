namespace EFCore.Redshift.Emulator.Sql.Syntax;

internal abstract record Expression : SqlNode;

internal sealed record NullLiteral : Expression;

internal sealed record BooleanLiteral(bool Value) : Expression;

/// <summary>A number as it was written: digits, a decimal point, an exponent; never a sign.</summary>
internal sealed record NumericLiteral(string Text) : Expression;

internal enum StringLiteralKind
{
    Plain,

    /// <summary><c>E'…'</c></summary>
    Escape,

    /// <summary><c>U&amp;'…'</c></summary>
    Unicode,

    /// <summary><c>B'…'</c></summary>
    Bit,

    /// <summary><c>X'…'</c></summary>
    Hexadecimal,

    /// <summary><c>N'…'</c></summary>
    National,

    /// <summary><c>$tag$…$tag$</c></summary>
    DollarQuoted
}

/// <summary>A string; <paramref name="Value" /> has its escapes decoded.</summary>
internal sealed record StringLiteral(string Value, StringLiteralKind Kind = StringLiteralKind.Plain) : Expression;

/// <summary><c>DATE '2008-12-31'</c></summary>
internal sealed record TypedLiteral(TypeName Type, StringLiteral Value) : Expression;

/// <summary><c>INTERVAL '7 days'</c>, <c>INTERVAL '1' DAY TO SECOND (3)</c></summary>
internal sealed record IntervalLiteral(StringLiteral Value, IntervalQualifier? Qualifier) : Expression;

/// <summary><c>YEAR TO MONTH</c>, <c>DAY TO SECOND (3)</c>; the names are lower case.</summary>
internal sealed record IntervalQualifier(string From, string? To, int? Precision) : SqlNode;

/// <summary><c>$1</c></summary>
internal sealed record ParameterReference(int Index) : Expression;

/// <summary>
///     A dotted name: a column with what qualifies it, or a column followed by the first steps of a path into its SUPER value.
///     Also a date part where a function takes one (<c>DATEADD(month, …)</c>).
/// </summary>
internal sealed record ColumnReference(IReadOnlyList<string> Parts) : Expression
{
    public ColumnReference(params string[] parts)
        : this((IReadOnlyList<string>)parts)
    {
    }
}

/// <summary>A step into a SUPER object that follows a subscript or a parenthesis: <c>t.s[0].name</c>.</summary>
internal sealed record FieldAccess(Expression Operand, string Name) : Expression;

/// <summary><c>a[1]</c></summary>
internal sealed record Subscript(Expression Operand, Expression Index) : Expression;

/// <summary><c>a[1:2]</c></summary>
internal sealed record Slice(Expression Operand, Expression? From, Expression? To) : Expression;

/// <summary>The keyword <c>DEFAULT</c> in place of a value.</summary>
internal sealed record DefaultValue : Expression;

/// <summary>A prefix operator: <c>-</c>, <c>+</c>, <c>~</c>, <c>@</c>, <c>|/</c>, <c>||/</c> or an unknown one.</summary>
internal sealed record UnaryExpression(string Operator, Expression Operand) : Expression;

/// <summary>An infix operator; <c>!=</c> is read as <c>&lt;&gt;</c>.</summary>
internal sealed record BinaryExpression(Expression Left, string Operator, Expression Right) : Expression;

internal sealed record NotExpression(Expression Operand) : Expression;

internal enum LogicalOperator
{
    And,
    Or
}

/// <summary><c>a AND b AND c</c>: a chain of one operator is one node, however long, so that nothing recurses along it.</summary>
internal sealed record LogicalExpression(LogicalOperator Operator, IReadOnlyList<Expression> Operands) : Expression;

internal enum IsTest
{
    Null,
    True,
    False,
    Unknown
}

/// <summary><c>x IS [NOT] NULL</c>, <c>TRUE</c>, <c>FALSE</c>, <c>UNKNOWN</c></summary>
internal sealed record IsExpression(Expression Operand, IsTest Test, bool IsNegated) : Expression;

/// <summary><c>a IS [NOT] DISTINCT FROM b</c></summary>
internal sealed record DistinctFromExpression(Expression Left, Expression Right, bool IsNegated) : Expression;

internal sealed record BetweenExpression(Expression Operand, Expression Low, Expression High, bool IsNegated, bool IsSymmetric) : Expression;

internal sealed record InListExpression(Expression Operand, IReadOnlyList<Expression> Items, bool IsNegated) : Expression;

internal sealed record InQueryExpression(Expression Operand, Query Query, bool IsNegated) : Expression;

internal enum MatchOperator
{
    Like,
    ILike,
    SimilarTo
}

internal sealed record MatchExpression(
    Expression Operand, MatchOperator Operator, Expression Pattern, Expression? Escape, bool IsNegated) : Expression;

internal enum Quantifier
{
    Any,
    Some,
    All
}

/// <summary><c>a = ANY (SELECT …)</c></summary>
internal sealed record QuantifiedQueryExpression(Expression Left, string Operator, Quantifier Quantifier, Query Query) : Expression;

/// <summary><c>a = ANY (array)</c></summary>
internal sealed record QuantifiedArrayExpression(Expression Left, string Operator, Quantifier Quantifier, Expression Array) : Expression;

internal sealed record ExistsExpression(Query Query) : Expression;

/// <summary>A query in parentheses in place of a value.</summary>
internal sealed record ScalarSubquery(Query Query) : Expression;

/// <summary><c>ARRAY(SELECT …)</c></summary>
internal sealed record ArrayQueryExpression(Query Query) : Expression;

/// <summary><c>ARRAY[1, 2]</c></summary>
internal sealed record ArrayExpression(IReadOnlyList<Expression> Items) : Expression;

/// <summary><c>(a, b)</c> or <c>ROW(a, b)</c></summary>
internal sealed record RowExpression(IReadOnlyList<Expression> Items, bool HasKeyword) : Expression;

internal sealed record CaseExpression(Expression? Operand, IReadOnlyList<CaseBranch> Branches, Expression? Else) : Expression;

internal sealed record CaseBranch(Expression When, Expression Then) : SqlNode;

internal enum CastSyntax
{
    /// <summary><c>CAST(a AS t)</c>; what the printer writes.</summary>
    Cast,

    /// <summary><c>a::t</c></summary>
    DoubleColon,

    /// <summary><c>CONVERT(t, a)</c></summary>
    Convert,

    /// <summary><c>TRY_CAST(a AS t)</c></summary>
    TryCast
}

internal sealed record CastExpression(Expression Operand, TypeName Type, CastSyntax Syntax = CastSyntax.Cast) : Expression;

/// <summary><c>a COLLATE "C"</c></summary>
internal sealed record CollateExpression(Expression Operand, QualifiedName Collation) : Expression;

internal sealed record AtTimeZoneExpression(Expression Operand, Expression Zone) : Expression;

/// <summary><c>EXTRACT(field FROM source)</c>; the field is lower case.</summary>
internal sealed record ExtractExpression(string Field, Expression Source) : Expression;

internal enum TrimSide
{
    Both,
    Leading,
    Trailing
}

/// <summary><c>TRIM([side] [characters FROM] source)</c></summary>
internal sealed record TrimExpression(TrimSide? Side, Expression? Characters, Expression Source) : Expression;

/// <summary><c>SUBSTRING(source FROM start FOR length)</c>; the form with commas is a <see cref="FunctionCall" />.</summary>
internal sealed record SubstringExpression(Expression Source, Expression? From, Expression? For) : Expression;

/// <summary><c>POSITION(substring IN source)</c></summary>
internal sealed record PositionExpression(Expression Substring, Expression Source) : Expression;

/// <summary><c>OVERLAY(source PLACING replacement FROM start FOR length)</c></summary>
internal sealed record OverlayExpression(Expression Source, Expression Replacement, Expression From, Expression? For) : Expression;

/// <summary>A function called by its keyword alone: <c>SYSDATE</c>, <c>CURRENT_DATE</c>, <c>CURRENT_USER</c>; the name is lower case.</summary>
internal sealed record KeywordFunction(string Name, int? Precision = null) : Expression;

/// <summary>Oracle's mark of an outer join: <c>a.id (+)</c>.</summary>
internal sealed record OuterJoinMark(Expression Operand) : Expression;

/// <summary><c>PRIOR a</c> in CONNECT BY.</summary>
internal sealed record PriorExpression(Expression Operand) : Expression;

/// <summary><c>name =&gt; value</c></summary>
internal sealed record NamedArgument(string Name, Expression Value) : Expression;

internal enum NullTreatment
{
    Ignore,
    Respect
}

internal enum SetQuantifier
{
    All,
    Distinct
}

/// <summary>A call of a function, an aggregate or a window function.</summary>
internal sealed record FunctionCall(QualifiedName Name, IReadOnlyList<Expression> Arguments) : Expression
{
    public FunctionCall(string name, params Expression[] arguments)
        : this(new QualifiedName(name), arguments)
    {
    }

    /// <summary>Whether the argument is <c>*</c>.</summary>
    public bool IsStar { get; init; }

    /// <summary>Redshift's <c>APPROXIMATE</c> before the name.</summary>
    public bool IsApproximate { get; init; }

    /// <summary><c>VARIADIC</c> before the last argument.</summary>
    public bool IsVariadic { get; init; }

    public SetQuantifier? Quantifier { get; init; }

    /// <summary><c>IGNORE NULLS</c> or <c>RESPECT NULLS</c>, within or after the parentheses.</summary>
    public NullTreatment? Nulls { get; init; }

    /// <summary>An ORDER BY within the parentheses.</summary>
    public IReadOnlyList<OrderItem> OrderBy { get; init; } = [];

    public IReadOnlyList<OrderItem> WithinGroup { get; init; } = [];

    public Expression? Filter { get; init; }

    public WindowSpecification? Over { get; init; }
}

internal enum SortDirection
{
    Ascending,
    Descending
}

internal enum NullOrder
{
    First,
    Last
}

internal sealed record OrderItem(Expression Expression, SortDirection? Direction = null, NullOrder? Nulls = null) : SqlNode;

/// <summary>What stands after OVER, or in a WINDOW clause.</summary>
internal sealed record WindowSpecification : SqlNode
{
    /// <summary>The name of a window of the WINDOW clause.</summary>
    public string? WindowName { get; init; }

    /// <summary>Whether <see cref="WindowName" /> stands alone, without parentheses.</summary>
    public bool IsNameOnly { get; init; }

    public IReadOnlyList<Expression> PartitionBy { get; init; } = [];

    public IReadOnlyList<OrderItem> OrderBy { get; init; } = [];

    public WindowFrame? Frame { get; init; }
}

internal enum FrameUnit
{
    Rows,
    Range,
    Groups
}

internal enum FrameExclusion
{
    CurrentRow,
    Group,
    Ties,
    NoOthers
}

internal sealed record WindowFrame(FrameUnit Unit, FrameBound Start, FrameBound? End, FrameExclusion? Exclusion = null) : SqlNode;

internal enum FrameBoundKind
{
    UnboundedPreceding,
    Preceding,
    CurrentRow,
    Following,
    UnboundedFollowing
}

internal sealed record FrameBound(FrameBoundKind Kind, Expression? Offset = null) : SqlNode;
