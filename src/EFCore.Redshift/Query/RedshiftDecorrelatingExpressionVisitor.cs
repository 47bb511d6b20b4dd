using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query;

/// <summary>
///     Turns APPLY, and the correlated subqueries that Redshift cannot plan, into joins with derived tables. From the outermost select
///     inwards, so that a subquery that reaches over two levels has become a join with what it reaches for when its own turn comes.
/// </summary>
/// <remarks>
///     What stays is left to <see cref="RedshiftQueryValidator" />.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_correlated_subqueries.html
/// </remarks>
internal sealed class RedshiftDecorrelatingExpressionVisitor(
    ISqlExpressionFactory sql,
    IRelationalTypeMappingSource typeMappingSource,
    bool useRelationalNulls) : ExpressionVisitor
{
    private RedshiftDerivedTableBuilder _builder = null!;

    public Expression Process(Expression query)
    {
        _builder = new RedshiftDerivedTableBuilder(sql, typeMappingSource, useRelationalNulls, query);

        return Visit(query);
    }

    protected override Expression VisitExtension(Expression node)
        => node switch
        {
            ShapedQueryExpression shapedQuery => shapedQuery.Update(Visit(shapedQuery.QueryExpression), Visit(shapedQuery.ShaperExpression)),

            // The target of an UPDATE or DELETE must not be outer-joined, so their own select stays as it is.
            // https://docs.aws.amazon.com/redshift/latest/dg/r_UPDATE.html
            UpdateExpression update => update.Update(
                (SelectExpression)base.VisitExtension(update.SelectExpression),
                [.. update.ColumnValueSetters.Select(s => new ColumnValueSetter(s.Column, (SqlExpression)Visit(s.Value)))]),
            DeleteExpression delete => delete.Update(delete.Table, (SelectExpression)base.VisitExtension(delete.SelectExpression)),

            SelectExpression select => base.VisitExtension(WithoutSubqueries(WithoutApplies(select))),
            _ => base.VisitExtension(node)
        };

    private SelectExpression WithoutApplies(SelectExpression select)
    {
        if (!select.Tables.Any(table => table is CrossApplyExpression or OuterApplyExpression))
        {
            return select;
        }

        var tables = new List<TableExpressionBase>();
        var replacements = new Dictionary<(string, string), SqlExpression>();
        foreach (var table in select.Tables)
        {
            var isOuter = table is OuterApplyExpression;
            if (table is not (CrossApplyExpression or OuterApplyExpression)
                || !TryJoin(tables, select.Predicate, SqlTree.Unwrap(table), isOuter, replacements, out var join))
            {
                join = table;
            }

            tables.Add((TableExpressionBase)new RedshiftColumnReplacingExpressionVisitor(replacements).Visit(join));
        }

        return Replaced(
            select.Update(
                tables,
                select.Predicate,
                select.GroupBy,
                select.Having,
                select.Projection,
                select.Orderings,
                select.Offset,
                select.Limit),
            replacements);
    }

    private bool TryJoin(
        IReadOnlyList<TableExpressionBase> outerTables,
        SqlExpression? outerPredicate,
        TableExpressionBase inner,
        bool isOuter,
        Dictionary<(string, string), SqlExpression> replacements,
        [NotNullWhen(true)] out TableExpressionBase? join)
    {
        if (inner is not SelectExpression select)
        {
            join = SqlTree.RefersTo(inner, SqlTree.Aliases(outerTables))
                ? null
                : isOuter ? new LeftJoinExpression(inner, _builder.Always) : new CrossJoinExpression(inner);
            return join is not null;
        }

        if (_builder.Build(outerTables, outerPredicate, select, select.Alias!) is not { } derived)
        {
            join = null;
            return false;
        }

        // An aggregate over nothing is a row, which the grouped table does not have.
        foreach (var (column, empty) in derived.ValuesForNoRows)
        {
            replacements[(column.TableAlias, column.Name)] = sql.Coalesce(column.MakeNullable(), empty, column.TypeMapping);
        }

        join = isOuter || derived.IsScalarAggregate
            ? new LeftJoinExpression(derived.Table, derived.JoinPredicate)
            : new InnerJoinExpression(derived.Table, derived.JoinPredicate);
        return true;
    }

    private SelectExpression WithoutSubqueries(SelectExpression select)
    {
        var aliases = SqlTree.Aliases(select.Tables);
        if (aliases.Count == 0)
        {
            return select;
        }

        var isGrouped = select.GroupBy.Count > 0;
        var joins = new SubqueryJoiner(sql, _builder, select, aliases);

        var predicate = joins.Replace(select.Predicate, isGrouped: false);
        var groupBy = joins.Replace(select.GroupBy, isGrouped);
        var having = joins.Replace(select.Having, isGrouped);
        var projection = joins.Replace(select.Projection, isGrouped);
        var orderings = joins.Replace(select.Orderings, isGrouped);

        return joins.Tables.Count == select.Tables.Count
            ? select
            : select.Update(
                joins.Tables,
                predicate,
                [.. groupBy, .. joins.GroupedColumns.Where(column => !groupBy.Contains(column))],
                having,
                projection,
                orderings,
                select.Offset,
                select.Limit);
    }

    private static SelectExpression Replaced(SelectExpression select, Dictionary<(string, string), SqlExpression> replacements)
        => replacements.Count == 0
            ? select
            : (SelectExpression)new RedshiftColumnReplacingExpressionVisitor(replacements).Visit(select);

    /// <summary>Replaces the subqueries in the clauses of one select by columns of tables that are joined to it.</summary>
    private sealed class SubqueryJoiner(
        ISqlExpressionFactory sql,
        RedshiftDerivedTableBuilder builder,
        SelectExpression select,
        HashSet<string> aliases) : ExpressionVisitor
    {
        private readonly Dictionary<SqlExpression, SqlExpression> _replaced = [];
        private bool _isGrouped;
        private bool _isInAggregate;

        public List<TableExpressionBase> Tables { get; } = [.. select.Tables];

        public List<ColumnExpression> GroupedColumns { get; } = [];

        [return: NotNullIfNotNull(nameof(expression))]
        public SqlExpression? Replace(SqlExpression? expression, bool isGrouped)
        {
            _isGrouped = isGrouped;
            return (SqlExpression?)Visit(expression);
        }

        public IReadOnlyList<T> Replace<T>(IReadOnlyList<T> expressions, bool isGrouped)
            where T : Expression
        {
            _isGrouped = isGrouped;
            return this.VisitAndConvert(expressions);
        }

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case SelectExpression:
                    return node;

                case SqlFunctionExpression function when SqlTree.IsAggregate(function) && !_isInAggregate:
                    _isInAggregate = true;
                    var visited = base.VisitExtension(node);
                    _isInAggregate = false;
                    return visited;

                case SqlExpression expression when RedshiftCorrelation.IsUnplannable(expression, aliases, _isGrouped):
                    if (!_replaced.TryGetValue(expression, out var replacement))
                    {
                        replacement = Join(expression);
                        if (replacement is null)
                        {
                            return node;
                        }

                        _replaced.Add(expression, replacement);
                    }

                    if (_isGrouped && !_isInAggregate)
                    {
                        GroupedColumns.AddRange(SqlTree.Columns(replacement).Where(column => !GroupedColumns.Contains(column)));
                    }

                    return replacement;

                default:
                    return base.VisitExtension(node);
            }
        }

        private SqlExpression? Join(SqlExpression expression)
            => expression switch
            {
                ScalarSubqueryExpression scalar => JoinScalar(scalar.Subquery),
                ExistsExpression exists => JoinExists(exists.Subquery),
                InExpression { Item: var item, Subquery: { } subquery } => JoinExists(builder.Containing(subquery, item)),
                _ => null
            };

        private SqlExpression? JoinScalar(SelectExpression subquery)
        {
            // More than one row would be an error, and a join would multiply the outer rows instead.
            if (subquery.Limit is not SqlConstantExpression { Value: 1 } && !SqlTree.IsScalarAggregate(subquery))
            {
                return null;
            }

            var name = subquery.Projection[0].Alias is { Length: > 0 } alias ? alias : "value";
            subquery = subquery.Update(
                subquery.Tables,
                subquery.Predicate,
                subquery.GroupBy,
                subquery.Having,
                [new ProjectionExpression(subquery.Projection[0].Expression, name)],
                subquery.Orderings,
                subquery.Offset,
                subquery.Limit);

            if (builder.Build(select.Tables, select.Predicate, subquery, builder.NewAlias("s")) is not { } derived)
            {
                return null;
            }

            Tables.Add(new LeftJoinExpression(derived.Table, derived.JoinPredicate));
            var column = RedshiftDerivedTableBuilder.Column(derived.Table, 0, isNullable: true);

            return derived.ValuesForNoRows is [(_, var empty)] ? sql.Coalesce(column, empty, column.TypeMapping) : column;
        }

        private SqlExpression? JoinExists(SelectExpression subquery)
        {
            if (builder.Build(select.Tables, select.Predicate, builder.Existence(subquery), builder.NewAlias("s")) is not { } derived)
            {
                return null;
            }

            Tables.Add(new LeftJoinExpression(derived.Table, derived.JoinPredicate));

            return sql.IsNotNull(RedshiftDerivedTableBuilder.Column(derived.Table, 0, isNullable: true));
        }
    }
}
