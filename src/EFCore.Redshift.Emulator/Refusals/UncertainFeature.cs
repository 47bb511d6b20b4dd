namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>
///     What Amazon's documentation neither promises nor excludes. The emulator refuses it, since a test that is green here should be
///     green on a cluster; each can be let through by name.
/// </summary>
public enum UncertainFeature
{
    /// <summary>
    ///     A correlated subquery with LIMIT, TOP, OFFSET or ORDER BY.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_correlated_subqueries.html
    /// </summary>
    CorrelatedSubqueryWithLimit,

    /// <summary>
    ///     A subquery that is correlated by something other than equality, such as <c>inner.d &lt; outer.d</c>.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_correlated_subqueries.html
    /// </summary>
    CorrelatedSubqueryByInequality,

    /// <summary>
    ///     A correlated subquery whose correlation stands outside of WHERE, such as in its select list or its HAVING.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_correlated_subqueries.html
    /// </summary>
    CorrelationOutsideWhere,

    /// <summary>
    ///     <c>IS [NOT] DISTINCT FROM</c>, which newer releases are said to parse.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-functions.html
    /// </summary>
    IsDistinctFrom,

    /// <summary>
    ///     <c>LIKE … ESCAPE ''</c>, which turns escaping off.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_patternmatching_condition_like.html
    /// </summary>
    LikeWithEmptyEscape,

    /// <summary>
    ///     A parameter in LIMIT, OFFSET or TOP.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_ORDER_BY_clause.html
    /// </summary>
    BoundLimit,

    /// <summary>
    ///     <c>COUNT(DISTINCT a, b)</c>.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_COUNT.html
    /// </summary>
    CountDistinctOfSeveral,

    /// <summary>
    ///     A cast of a BOOLEAN to a character type.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_Boolean_type.html
    /// </summary>
    BooleanAsText,

    /// <summary>
    ///     A change of the distribution or sort key within a transaction block.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html
    /// </summary>
    KeyChangeInTransaction,

    /// <summary>
    ///     A string in dollar quotes as an expression; procedures have their bodies in them.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_PROCEDURE.html
    /// </summary>
    DollarQuotedString,

    /// <summary>
    ///     The case-insensitive regular expression operators <c>~*</c> and <c>!~*</c>.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/pattern-matching-conditions-posix.html
    /// </summary>
    CaseInsensitiveRegex
}
