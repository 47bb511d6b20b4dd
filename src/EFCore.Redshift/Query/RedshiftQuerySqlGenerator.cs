using System.Linq.Expressions;
using EFCore.Redshift.Properties;
using EFCore.Redshift.Storage.TypeMappings;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Expressions.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace EFCore.Redshift.Query;

/// <summary>
///     Prints Redshift's SQL. What Redshift lacks is refused earlier, by <see cref="RedshiftQueryValidator" />; where this class refuses, it
///     is the second line of defence.
/// </summary>
internal sealed class RedshiftQuerySqlGenerator(
    QuerySqlGeneratorDependencies dependencies,
    IRelationalTypeMappingSource typeMappingSource,
    INpgsqlSingletonOptions singletonOptions)
    : NpgsqlQuerySqlGenerator(
        dependencies,
        typeMappingSource,
        singletonOptions.ReverseNullOrderingEnabled,
        singletonOptions.PostgresVersion)
{
    // The parser's stack and the planner's quadratic time over UNION ALL forbid more.
    internal const int MaxRowsInTableOfValues = 100;

    private readonly ISqlGenerationHelper _sqlGenerationHelper = dependencies.SqlGenerationHelper;

    private TableExpression? _deleteTarget;

    protected override Expression VisitExtension(Expression extensionExpression)
        => extensionExpression switch
        {
            RedshiftOrderedAggregateExpression aggregate => VisitOrderedAggregate(aggregate),

            PgAllExpression or PgAnyExpression or PgArrayIndexExpression or PgArraySliceExpression or PgNewArrayExpression or PgBinaryExpression
                or PgUnknownBinaryExpression or PgJsonTraversalExpression or PgRegexMatchExpression or PgRowValueExpression
                or PgTableValuedFunctionExpression or PgFunctionExpression or JsonScalarExpression
                => throw new InvalidOperationException(RedshiftStrings.PostgresConstruct(extensionExpression.GetType().Name)),

            _ => base.VisitExtension(extensionExpression)
        };

    protected override Expression VisitCrossApply(CrossApplyExpression crossApplyExpression)
        => throw new InvalidOperationException(RedshiftStrings.ApplyNotSupported);

    protected override Expression VisitOuterApply(OuterApplyExpression outerApplyExpression)
        => throw new InvalidOperationException(RedshiftStrings.ApplyNotSupported);

    // PostgreSQL 8.0's grammar, which Redshift's descends from, puts <>, <= and >= on one level with || and the bitwise operators, and IS
    // above =, so that parentheses are needed where later versions do without.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_compound_expressions.html
    protected override bool RequiresParentheses(SqlExpression outerExpression, SqlExpression innerExpression)
        => (outerExpression, innerExpression) switch
        {
            (SqlUnaryExpression { OperatorType: ExpressionType.Convert }, _) => false,
            (_, SqlBinaryExpression binary) when IsBitwise(binary) => true,
            (SqlUnaryExpression { OperatorType: ExpressionType.Equal or ExpressionType.NotEqual },
                SqlBinaryExpression or SqlUnaryExpression { OperatorType: not ExpressionType.Convert } or LikeExpression or InExpression
                or PgILikeExpression) => true,
            (SqlBinaryExpression outer, LikeExpression or InExpression or PgILikeExpression
                or SqlUnaryExpression { OperatorType: ExpressionType.Equal or ExpressionType.NotEqual }) when IsComparison(outer) => true,
            (SqlBinaryExpression outer, SqlBinaryExpression inner) when IsComparison(outer) && IsComparison(inner) => true,
            _ => base.RequiresParentheses(outerExpression, innerExpression)
        };

    protected override Expression VisitSqlParameter(SqlParameterExpression sqlParameterExpression)
    {
        if (sqlParameterExpression.TypeMapping is not RedshiftBytesTypeMapping)
        {
            return base.VisitSqlParameter(sqlParameterExpression);
        }

        Sql.Append("TO_VARBYTE(");
        base.VisitSqlParameter(sqlParameterExpression);
        Sql.Append(", 'hex')");
        return sqlParameterExpression;
    }

    protected override Expression VisitSqlUnary(SqlUnaryExpression sqlUnaryExpression)
    {
        if (sqlUnaryExpression is not { OperatorType: ExpressionType.Convert, TypeMapping: { } typeMapping })
        {
            return base.VisitSqlUnary(sqlUnaryExpression);
        }

        Sql.Append("CAST(");
        Visit(sqlUnaryExpression.Operand);
        Sql.Append(" AS ").Append(typeMapping.StoreType).Append(")");
        return sqlUnaryExpression;
    }

    // Collations are named by a function, not by an operator. https://docs.aws.amazon.com/redshift/latest/dg/r_COLLATE.html
    protected override Expression VisitCollate(CollateExpression collateExpression)
    {
        Sql.Append("COLLATE(");
        Visit(collateExpression.Operand);
        Sql.Append(", '").Append(collateExpression.Collation).Append("')");
        return collateExpression;
    }

    // A constant is no ordering for Redshift, and EF's "(SELECT 1)" is not allowed either.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_ORDER_BY_clause.html
    protected override void GenerateOrderings(SelectExpression selectExpression)
    {
        var orderings = selectExpression.Orderings.Where(IsRealOrdering).ToList();
        if (orderings.Count > 0)
        {
            Sql.AppendLine().Append("ORDER BY ");
            GenerateList(orderings);
        }
    }

    // ORDER BY is optional for ROW_NUMBER and must not be a constant. https://docs.aws.amazon.com/redshift/latest/dg/r_WF_ROW_NUMBER.html
    protected override Expression VisitRowNumber(RowNumberExpression rowNumberExpression)
    {
        Sql.Append("ROW_NUMBER() OVER(");
        GenerateWindow(rowNumberExpression.Partitions, rowNumberExpression.Orderings);
        Sql.Append(")");
        return rowNumberExpression;
    }

    private void GenerateWindow(IReadOnlyList<SqlExpression> partitions, IReadOnlyList<OrderingExpression> orderings)
    {
        if (partitions.Count > 0)
        {
            Sql.Append("PARTITION BY ");
            GenerateList(partitions);
        }

        var realOrderings = orderings.Where(IsRealOrdering).ToList();
        if (realOrderings.Count > 0)
        {
            Sql.Append(partitions.Count > 0 ? " ORDER BY " : "ORDER BY ");
            GenerateList(realOrderings);
        }
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/r_LISTAGG.html
    private RedshiftOrderedAggregateExpression VisitOrderedAggregate(RedshiftOrderedAggregateExpression aggregate)
    {
        Visit(aggregate.Function);
        if (aggregate.Orderings.Count > 0)
        {
            Sql.Append(" WITHIN GROUP (ORDER BY ");
            GenerateList(aggregate.Orderings);
            Sql.Append(")");
        }

        return aggregate;
    }

    protected override void GenerateSetOperation(SetOperationBase setOperation)
    {
        GenerateSetOperationOperand(setOperation, setOperation.Source1);

        Sql.AppendLine()
            .Append(
                setOperation switch
                {
                    ExceptExpression { IsDistinct: true } => "EXCEPT",
                    IntersectExpression { IsDistinct: true } => "INTERSECT",
                    UnionExpression { IsDistinct: true } => "UNION",
                    UnionExpression => "UNION ALL",
                    _ => throw new InvalidOperationException(RedshiftStrings.SetOperationAll(setOperation.GetType().Name))
                })
            .AppendLine();

        GenerateSetOperationOperand(setOperation, setOperation.Source2);
    }

    // "LIMIT may not be used within input to set operations", so the operand becomes a derived table.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_UNION.html
    protected override void GenerateSetOperationOperand(SetOperationBase setOperation, SelectExpression operand)
    {
        if (operand.Limit is null && operand.Offset is null && operand.Orderings.Count == 0)
        {
            base.GenerateSetOperationOperand(setOperation, operand);
            return;
        }

        Sql.AppendLine("SELECT *").AppendLine("FROM (");
        using (Sql.Indent())
        {
            Visit(operand);
        }

        Sql.AppendLine().Append(")").Append(AliasSeparator).Append(_sqlGenerationHelper.DelimitIdentifier("operand"));
    }

    protected override Expression VisitValues(ValuesExpression valuesExpression)
    {
        Sql.Append("(");
        GenerateValues(valuesExpression);
        Sql.Append(")").Append(AliasSeparator).Append(_sqlGenerationHelper.DelimitIdentifier(valuesExpression.Alias));
        return valuesExpression;
    }

    // VALUES is no table on Redshift. https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html
    protected override void GenerateValues(ValuesExpression valuesExpression)
    {
        if (valuesExpression.RowValues is not { Count: > 0 } rows)
        {
            throw new InvalidOperationException(RedshiftStrings.EmptyTableOfValues);
        }

        if (rows.Count > MaxRowsInTableOfValues)
        {
            throw new InvalidOperationException(RedshiftStrings.TableOfValuesTooLong(rows.Count, MaxRowsInTableOfValues));
        }

        for (var row = 0; row < rows.Count; row++)
        {
            Sql.Append(row == 0 ? "SELECT " : " UNION ALL SELECT ");
            for (var column = 0; column < valuesExpression.ColumnNames.Count; column++)
            {
                Sql.Append(column == 0 ? "" : ", ");
                Visit(rows[row].Values[column]);
                if (row == 0)
                {
                    Sql.Append(AliasSeparator).Append(_sqlGenerationHelper.DelimitIdentifier(valuesExpression.ColumnNames[column]));
                }
            }
        }
    }

    // Redshift's DELETE takes no alias for its target, so columns are qualified with the table's own name.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_DELETE.html
    protected override Expression VisitPgDelete(PgDeleteExpression pgDeleteExpression)
    {
        var target = pgDeleteExpression.Table;
        if (TableAliasFinder.Uses(pgDeleteExpression, target.Name, target.Alias))
        {
            throw new InvalidOperationException(RedshiftStrings.DeleteTargetNameIsAlias(target.Name));
        }

        _deleteTarget = target;
        Sql.Append("DELETE FROM ").Append(_sqlGenerationHelper.DelimitIdentifier(target.Name, target.Schema));

        if (pgDeleteExpression.FromItems.Count > 0)
        {
            Sql.AppendLine().Append("USING ");
            GenerateList(pgDeleteExpression.FromItems);
        }

        if (pgDeleteExpression.Predicate is not null)
        {
            Sql.AppendLine().Append("WHERE ");
            Visit(pgDeleteExpression.Predicate);
        }

        return pgDeleteExpression;
    }

    protected override Expression VisitColumn(ColumnExpression columnExpression)
    {
        if (columnExpression.TableAlias != _deleteTarget?.Alias)
        {
            return base.VisitColumn(columnExpression);
        }

        Sql.Append(_sqlGenerationHelper.DelimitIdentifier(_deleteTarget.Name))
            .Append(".")
            .Append(_sqlGenerationHelper.DelimitIdentifier(columnExpression.Name));
        return columnExpression;
    }

    private void GenerateList(IReadOnlyList<Expression> expressions)
    {
        for (var i = 0; i < expressions.Count; i++)
        {
            Sql.Append(i == 0 ? "" : ", ");
            Visit(expressions[i]);
        }
    }

    private static bool IsRealOrdering(OrderingExpression ordering)
        => ordering.Expression is not (SqlConstantExpression or SqlParameterExpression or SqlFragmentExpression);

    private static bool IsBitwise(SqlBinaryExpression binary)
        => binary.OperatorType is ExpressionType.LeftShift or ExpressionType.RightShift
            || (binary.OperatorType is ExpressionType.And or ExpressionType.Or or ExpressionType.ExclusiveOr && binary.Type != typeof(bool));

    private static bool IsComparison(SqlBinaryExpression binary)
        => binary.OperatorType is ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.LessThan or ExpressionType.LessThanOrEqual
            or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual
            || (binary.OperatorType is ExpressionType.ExclusiveOr && binary.Type == typeof(bool));

    private sealed class TableAliasFinder(string name, string ownAlias) : ExpressionVisitor
    {
        private bool _found;

        public static bool Uses(PgDeleteExpression delete, string name, string ownAlias)
        {
            var finder = new TableAliasFinder(name, ownAlias);
            foreach (var fromItem in delete.FromItems)
            {
                finder.Visit(fromItem);
            }

            finder.Visit(delete.Predicate);
            return finder._found;
        }

        protected override Expression VisitExtension(Expression node)
        {
            _found |= node is TableExpressionBase { Alias: { } alias }
                && alias != ownAlias
                && string.Equals(alias, name, StringComparison.OrdinalIgnoreCase);
            return base.VisitExtension(node);
        }
    }
}
