using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace EFCore.Redshift.Query;

/// <summary>A correlated subquery as a table that reads nothing of the outer select, and what joins it to that.</summary>
/// <param name="Table">The table.</param>
/// <param name="JoinPredicate">Equates what the subquery read of the outer select with the columns that took its place.</param>
/// <param name="IsScalarAggregate">Whether the subquery made one row even of no rows.</param>
/// <param name="ValuesForNoRows">The columns that are not NULL in that row, with their values there.</param>
internal sealed record RedshiftDerivedTable(
    SelectExpression Table,
    SqlExpression JoinPredicate,
    bool IsScalarAggregate,
    IReadOnlyList<(ColumnExpression Column, SqlExpression Value)> ValuesForNoRows);
