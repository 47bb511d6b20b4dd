namespace EFCore.Redshift.Emulator.Sql;

/// <summary>
///     How tightly operators bind, from loose to tight: PostgreSQL 8.0's order, in which <c>&lt;&gt;</c>, <c>&lt;=</c> and <c>&gt;=</c> are operators like any other,
///     tighter than <c>=</c>, and IS is tighter than all of these. Signs, powers and <c>@</c> stand where the guide says.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_compound_expressions.html
/// </summary>
internal enum OperatorPrecedence
{
    None,
    Or,
    And,
    Not,

    /// <summary><c>=</c>, from right to left.</summary>
    Equality,

    /// <summary><c>&lt;</c> and <c>&gt;</c>, which do not chain.</summary>
    Order,
    Like,
    Escape,
    Overlaps,
    Between,
    In,

    /// <summary>All operators that have no place of their own, from left to right.</summary>
    Other,
    Is,
    Sum,
    AbsoluteValue,
    Product,
    Power,
    AtTimeZone,
    Collate,
    Sign,
    Primary
}
