using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query;

/// <summary>
///     Makes tables of correlated subqueries. Where a subquery reads the outer select in equalities only, these become the join's. Where it
///     reads it in any other way, it is joined with the values that it reads: <c>SELECT DISTINCT</c> of them from the outer tables.
/// </summary>
internal sealed class RedshiftDerivedTableBuilder
{
    private readonly ISqlExpressionFactory _sql;
    private readonly RelationalTypeMapping _boolMapping;
    private readonly RelationalTypeMapping _intMapping;
    private readonly RelationalTypeMapping _longMapping;
    private readonly bool _useRelationalNulls;
    private readonly HashSet<string> _aliases = new(StringComparer.OrdinalIgnoreCase);

    public RedshiftDerivedTableBuilder(
        ISqlExpressionFactory sql,
        IRelationalTypeMappingSource typeMappingSource,
        bool useRelationalNulls,
        Expression query)
    {
        _sql = sql;
        _boolMapping = typeMappingSource.FindMapping(typeof(bool))!;
        _intMapping = typeMappingSource.FindMapping(typeof(int))!;
        _longMapping = typeMappingSource.FindMapping(typeof(long))!;
        _useRelationalNulls = useRelationalNulls;
        new AliasCollector(_aliases).Visit(query);
    }

    /// <summary>A condition that a join may have when it needs none. EF takes no constant there.</summary>
    public SqlExpression Always
        => new SqlBinaryExpression(ExpressionType.Equal, One, One, typeof(bool), _boolMapping);

    private SqlExpression One
        => _sql.Constant(1, _intMapping);

    public string NewAlias(string prefix)
    {
        for (var i = 0; ; i++)
        {
            var alias = i == 0 ? prefix : $"{prefix}{i - 1}";
            if (_aliases.Add(alias))
            {
                return alias;
            }
        }
    }

    public static ColumnExpression Column(SelectExpression table, int index, bool isNullable)
        => new(
            table.Projection[index].Alias,
            table.Alias!,
            table.Projection[index].Type,
            table.Projection[index].Expression.TypeMapping,
            isNullable);

    /// <summary>The select that has a row where the given one has any.</summary>
    public SelectExpression Existence(SelectExpression subquery)
    {
        var simple = subquery is { Limit: null, Offset: null, GroupBy: [], Having: null } && !SqlTree.IsScalarAggregate(subquery);

        return Select(
            alias: null,
            simple ? subquery.Tables : [Named(subquery)],
            simple ? subquery.Predicate : null,
            [new ProjectionExpression(One, "found")],
            isDistinct: true);
    }

    /// <summary>The select of those rows whose only column is the given item.</summary>
    public SelectExpression Containing(SelectExpression subquery, SqlExpression item)
    {
        if (subquery is { Limit: null, Offset: null, GroupBy: [], Having: null } && !SqlTree.IsScalarAggregate(subquery))
        {
            var equality = _sql.Equal(subquery.Projection[0].Expression, item);
            return Select(
                alias: null,
                subquery.Tables,
                subquery.Predicate is null ? equality : _sql.AndAlso(subquery.Predicate, equality),
                subquery.Projection);
        }

        var table = Named(subquery);
        var column = Column(table, 0, isNullable: true);
        return Select(alias: null, [table], _sql.Equal(column, item), [new ProjectionExpression(column, column.Name)]);
    }

    /// <summary>Makes a table of a subquery, or null where it is not known how.</summary>
    public RedshiftDerivedTable? Build(
        IReadOnlyList<TableExpressionBase> outerTables,
        SqlExpression? outerPredicate,
        SelectExpression subquery,
        string alias)
    {
        var outerAliases = SqlTree.Aliases(outerTables);
        if (!SqlTree.RefersTo(subquery, outerAliases))
        {
            return new RedshiftDerivedTable(subquery.WithAlias(alias), Always, IsScalarAggregate: false, []);
        }

        var isScalarAggregate = SqlTree.IsScalarAggregate(subquery);
        if (!TryFindValuesForNoRows(subquery, isScalarAggregate, alias, out var valuesForNoRows))
        {
            return null;
        }

        var built = BuildByEquality(subquery, outerAliases, alias) ?? BuildByValues(outerTables, outerPredicate, subquery, outerAliases, alias);

        return built is var (table, predicate)
            ? new RedshiftDerivedTable(table, predicate, isScalarAggregate, valuesForNoRows)
            : null;
    }

    private (SelectExpression Table, SqlExpression JoinPredicate)? BuildByEquality(
        SelectExpression subquery,
        HashSet<string> outerAliases,
        string alias)
    {
        // Without a limit, a grouping or DISTINCT the rows stay what they are, and any condition can wait for the join.
        var isPlain = subquery is { Limit: null, Offset: null, IsDistinct: false, GroupBy: [], Having: null }
            && !SqlTree.IsScalarAggregate(subquery)
            && !subquery.Projection.Any(projection => SqlTree.HasWindow(projection.Expression));

        var equalities = RedshiftCorrelation.Equalities(subquery, outerAliases).ToDictionary(equality => equality.Condition);
        var keys = new List<SqlExpression>();
        var outerKeys = new List<SqlExpression>();
        var own = new List<SqlExpression>();
        var forJoin = new List<SqlExpression>();

        foreach (var condition in SqlTree.Conjuncts(subquery.Predicate))
        {
            if (equalities.TryGetValue(condition, out var equality))
            {
                keys.Add(equality.Inner);
                outerKeys.Add(equality.Outer);
            }
            else if (!SqlTree.RefersTo(condition, outerAliases))
            {
                own.Add(condition);
            }
            else if (SqlTree.Selects(condition).Count == 0
                && (isPlain || SqlTree.Columns(condition).All(column => outerAliases.Contains(column.TableAlias))))
            {
                forJoin.Add(condition);
            }
            else
            {
                return null;
            }
        }

        var readsElsewhere = subquery.Tables.Cast<Expression>()
            .Concat(subquery.Projection)
            .Concat(subquery.GroupBy)
            .Concat(subquery.Limit is null && subquery.Offset is null ? [] : subquery.Orderings)
            .Append(subquery.Having ?? (Expression)Always)
            .Any(clause => SqlTree.RefersTo(clause, outerAliases));

        if (readsElsewhere || (keys.Count == 0 && !isPlain))
        {
            return null;
        }

        // What the conditions left to the join read of the subquery's tables must be among its columns.
        var read = forJoin.SelectMany(SqlTree.Columns).Where(column => !outerAliases.Contains(column.TableAlias))
            .DistinctBy(column => (column.TableAlias, column.Name))
            .ToList();
        var select = subquery.Update(
            subquery.Tables,
            And(own),
            subquery.GroupBy,
            subquery.Having,
            subquery.Projection,
            subquery.Orderings,
            subquery.Offset,
            subquery.Limit);

        if (WithKeys(select, [.. keys, .. read], alias) is not { } keyed)
        {
            return null;
        }

        var replacements = read
            .Select((column, i) => (column, key: keyed.Keys[keys.Count + i]))
            .ToDictionary(pair => (pair.column.TableAlias, pair.column.Name), pair => (SqlExpression)pair.key);
        var left = forJoin.Select(condition => (SqlExpression)new RedshiftColumnReplacingExpressionVisitor(replacements).Visit(condition));

        return (keyed.Table, JoinPredicate([.. outerKeys.Zip(keyed.Keys)], left));
    }

    private (SelectExpression Table, SqlExpression JoinPredicate)? BuildByValues(
        IReadOnlyList<TableExpressionBase> outerTables,
        SqlExpression? outerPredicate,
        SelectExpression subquery,
        HashSet<string> outerAliases,
        string alias)
    {
        var values = SqlTree.Columns(subquery)
            .Where(column => outerAliases.Contains(column.TableAlias))
            .DistinctBy(column => (column.TableAlias, column.Name))
            .ToList();
        var source = new OuterValues(SourceTables(outerTables, values), outerPredicate, values);

        return WithValues(subquery, source, alias) is var (table, keys)
            ? (table, JoinPredicate([.. values.Zip(keys).Select(pair => ((SqlExpression)pair.First, pair.Second))], []))
            : null;
    }

    // One table's columns need that table only, unless an outer join may have put NULLs into their place.
    private static IReadOnlyList<TableExpressionBase> SourceTables(IReadOnlyList<TableExpressionBase> outerTables, List<ColumnExpression> values)
    {
        var aliases = values.Select(value => value.TableAlias).Distinct().ToList();

        return aliases is [var alias]
            && !outerTables.Any(table => table is RightJoinExpression)
            && outerTables.Single(table => SqlTree.Unwrap(table).Alias == alias) is var owner and not LeftJoinExpression
                ? [SqlTree.Unwrap(owner)]
                : outerTables;
    }

    /// <summary>Joins a select with the values that it reads of the outer one.</summary>
    private (SelectExpression Table, IReadOnlyList<ColumnExpression> Keys)? WithValues(SelectExpression select, OuterValues source, string? alias)
    {
        var tables = new List<TableExpressionBase>();
        IReadOnlyList<ColumnExpression> keys;

        if (select.Tables is [{ } only] && only is SelectExpression or SetOperationBase && source.IsReadBy(only))
        {
            if (WithValues(only, source) is not var (table, tableKeys))
            {
                return null;
            }

            tables.Add(table);
            keys = tableKeys;
        }
        else
        {
            var values = Instance(source);
            keys = [.. source.Columns.Select((column, i) => Column(values, i, column.IsNullable))];
            tables.Add(values);

            foreach (var joined in select.Tables)
            {
                var table = SqlTree.Unwrap(joined);
                var join = joined;
                SqlExpression? equality = null;
                if (joined is not (CrossApplyExpression or OuterApplyExpression) && source.IsReadBy(table))
                {
                    if (WithValues(table, source) is not var (keyed, tableKeys))
                    {
                        return null;
                    }

                    table = keyed;
                    equality = JoinPredicate([.. keys.Zip(tableKeys).Select(pair => ((SqlExpression)pair.First, pair.Second))], []);
                }

                if (joined is RightJoinExpression)
                {
                    return null;
                }

                join = (joined, equality) switch
                {
                    (CrossApplyExpression or OuterApplyExpression, _) => joined,
                    (PredicateJoinExpressionBase predicateJoin, null) => predicateJoin,
                    (PredicateJoinExpressionBase predicateJoin, _)
                        => predicateJoin.Update(table, And([equality!, predicateJoin.JoinPredicate])!),
                    (_, null) => new CrossJoinExpression(table),
                    _ => new InnerJoinExpression(table, equality!)
                };
                tables.Add(join);
            }
        }

        var replacements = source.Columns
            .Zip(keys)
            .ToDictionary(pair => (pair.First.TableAlias, pair.First.Name), pair => (SqlExpression)pair.Second);
        var replacer = new RedshiftColumnReplacingExpressionVisitor(replacements);

        var replaced = (SelectExpression)replacer.Visit(
            select.Update(
                tables,
                select.Predicate,
                select.GroupBy,
                select.Having,
                select.Projection,
                select.Orderings,
                select.Offset,
                select.Limit));

        return WithKeys(replaced, keys, alias);
    }

    private (TableExpressionBase Table, IReadOnlyList<ColumnExpression> Keys)? WithValues(TableExpressionBase table, OuterValues source)
    {
        switch (table)
        {
            case SelectExpression select when WithValues(select, source, select.Alias) is var (keyed, keys):
                return (keyed, keys);

            case SetOperationBase setOperation
                when WithValues(setOperation.Source1, source, alias: null) is var (source1, keys1)
                && WithValues(setOperation.Source2, source, alias: null) is var (source2, _):
                return (
                    setOperation.Update(source1, source2),
                    [.. keys1.Select(key => new ColumnExpression(key.Name, setOperation.Alias, key.Type, key.TypeMapping, key.IsNullable))]);

            default:
                return null;
        }
    }

    /// <summary>Gives a select the keys as further columns, and lets its limit and its grouping work per key.</summary>
    private (SelectExpression Table, IReadOnlyList<ColumnExpression> Keys)? WithKeys(
        SelectExpression select,
        IReadOnlyList<SqlExpression> keys,
        string? alias)
    {
        var isLimited = (select.Limit is not null || select.Offset is not null) && !SqlTree.IsScalarAggregate(select);
        if (isLimited && (select.IsDistinct || !IsNumber(select.Limit) || !IsNumber(select.Offset)))
        {
            return null;
        }

        var names = select.Projection.Select(projection => projection.Alias).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var windows = new WindowPartitioningExpressionVisitor(keys);
        var projections = select.Projection.Select(projection => (ProjectionExpression)windows.Visit(projection)).ToList();
        var keyNames = new List<string>();
        foreach (var key in keys)
        {
            var name = UniqueName(names, key is ColumnExpression column ? column.Name : "key");
            keyNames.Add(name);
            projections.Add(new ProjectionExpression(key, name));
        }

        IReadOnlyList<SqlExpression> groupBy = select.GroupBy.Count > 0 || SqlTree.IsScalarAggregate(select)
            ? [.. select.GroupBy, .. keys.Where(key => !select.GroupBy.Contains(key)).Distinct()]
            : [];

        SelectExpression table;
        if (!isLimited)
        {
            table = Select(alias, select.Tables, select.Predicate, projections, select.IsDistinct, groupBy, select.Having);
        }
        else
        {
            var rowName = UniqueName(names, "row");
            var numbered = Select(
                NewAlias("n"),
                select.Tables,
                select.Predicate,
                [
                    .. projections,
                    new ProjectionExpression(new RowNumberExpression(keys, Orderings(select), _longMapping), rowName)
                ],
                isDistinct: false,
                groupBy,
                select.Having);

            var row = Column(numbered, projections.Count, isNullable: false);
            var outer = projections
                .Select((projection, i) => new ProjectionExpression(Column(numbered, i, IsNullable(projection.Expression)), projection.Alias))
                .ToList();
            table = Select(alias, [numbered], RowPredicate(row, select), outer);
        }

        return (
            table,
            [
                .. keys.Select((key, i) => new ColumnExpression(
                    keyNames[i], alias ?? "", key.Type, key.TypeMapping, IsNullable(key)))
            ]);
    }

    private IReadOnlyList<OrderingExpression> Orderings(SelectExpression select)
        => select.Orderings.Count > 0 ? select.Orderings : [new OrderingExpression(_sql.Fragment("(SELECT 1)"), ascending: true)];

    private SqlExpression RowPredicate(ColumnExpression row, SelectExpression select)
    {
        var offset = select.Offset is null ? null : _sql.ApplyDefaultTypeMapping(select.Offset);
        var last = (offset, select.Limit) switch
        {
            (null, { } limit) => limit,
            ({ } skipped, { } limit) => _sql.Add(skipped, limit),
            _ => null
        };

        return And(
            [
                .. offset is null ? Array.Empty<SqlExpression>() : [_sql.LessThan(offset, row)],
                .. last is null ? Array.Empty<SqlExpression>() : [_sql.LessThanOrEqual(row, last)]
            ])!;
    }

    private SelectExpression Instance(OuterValues source)
    {
        var newAliases = SqlTreeAliases(source.Tables).ToDictionary(alias => alias, _ => NewAlias("o"));
        var renamer = new RedshiftAliasRenamingExpressionVisitor(newAliases);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        return Select(
            NewAlias("v"),
            [.. source.Tables.Select(table => (TableExpressionBase)renamer.Visit(table))],
            And([.. source.Conditions.Select(condition => (SqlExpression)renamer.Visit(condition))]),
            [
                .. source.Columns.Select(column => new ProjectionExpression(
                    (SqlExpression)renamer.Visit(column), UniqueName(names, column.Name)))
            ],
            isDistinct: true);
    }

    private SqlExpression JoinPredicate(
        IReadOnlyList<(SqlExpression Outer, ColumnExpression Inner)> keys,
        IEnumerable<SqlExpression> conditions)
    {
        var parts = new List<SqlExpression>();
        var compensates = false;
        foreach (var (outer, inner) in keys)
        {
            var mayBeNull = IsNullable(outer) && inner.IsNullable;
            compensates |= mayBeNull;
            SqlExpression equality = _sql.Equal(outer, inner);
            parts.Add(
                mayBeNull && _useRelationalNulls
                    ? _sql.OrElse(equality, _sql.AndAlso(_sql.IsNull(outer), _sql.IsNull(inner)))
                    : equality);
        }

        parts.AddRange(conditions);

        // EF adds "or both are null" to the equalities below an AND, but not to one that is the whole condition of a join.
        return parts switch
        {
            [] => Always,
            [SqlBinaryExpression { OperatorType: ExpressionType.Equal } single] when !compensates => single,
            [var single] => new SqlBinaryExpression(ExpressionType.AndAlso, Always, single, typeof(bool), _boolMapping),
            _ => And(parts)!
        };
    }

    // COUNT of no rows is 0, and COALESCE may make something of a NULL; all other aggregates are NULL, as the outer join makes them.
    private bool TryFindValuesForNoRows(
        SelectExpression subquery,
        bool isScalarAggregate,
        string alias,
        out IReadOnlyList<(ColumnExpression, SqlExpression)> values)
    {
        var found = new List<(ColumnExpression, SqlExpression)>();
        values = found;
        if (!isScalarAggregate)
        {
            return true;
        }

        if (subquery.Having is not null)
        {
            return false;
        }

        foreach (var projection in subquery.Projection)
        {
            switch (ValueForNoRows(projection.Expression))
            {
                case null:
                    return false;

                case SqlConstantExpression { Value: null }:
                    break;

                case var value:
                    found.Add((
                        new ColumnExpression(projection.Alias, alias, projection.Type, projection.Expression.TypeMapping, nullable: true),
                        value));
                    break;
            }
        }

        return true;
    }

    private SqlExpression? ValueForNoRows(SqlExpression expression)
        => expression switch
        {
            SqlFunctionExpression { Name: "COUNT" } count => _sql.Constant(Convert.ChangeType(0, count.Type, CultureInfo.InvariantCulture), count.TypeMapping),

            // LINQ's Sum of nothing is 0; EF writes COALESCE(SUM(…), 0) only after this.
            SqlFunctionExpression { Name: "SUM" } sum => _sql.Constant(Convert.ChangeType(0, sum.Type, CultureInfo.InvariantCulture), sum.TypeMapping),
            SqlFunctionExpression { Name: "COALESCE", Arguments: [var first, var second] }
                when ValueForNoRows(first) is SqlConstantExpression { Value: null } && !SqlTree.HasAggregate(second) => second,
            SqlFunctionExpression function when SqlTree.IsAggregate(function) => Null(function),
            RedshiftOrderedAggregateExpression aggregate => Null(aggregate),
            SqlUnaryExpression { OperatorType: ExpressionType.Convert } convert => ValueForNoRows(convert.Operand) switch
            {
                null => null,
                SqlConstantExpression { Value: null } => Null(convert),
                SqlConstantExpression { Value: { } value } when convert.Type.IsPrimitive
                    => _sql.Constant(Convert.ChangeType(value, convert.Type, CultureInfo.InvariantCulture), convert.TypeMapping),
                var value => _sql.Convert(value, convert.Type, convert.TypeMapping)
            },
            _ => null
        };

    private SqlExpression Null(SqlExpression expression)
        => _sql.Constant(null, expression.Type, expression.TypeMapping);

    private SelectExpression Named(SelectExpression select)
    {
        var projections = new List<ProjectionExpression>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var projection in select.Projection)
        {
            projections.Add(
                new ProjectionExpression(
                    projection.Expression,
                    UniqueName(names, projection.Alias is { Length: > 0 } alias ? alias : "value")));
        }

        if (projections.Count == 0)
        {
            projections.Add(new ProjectionExpression(One, "value"));
        }

        return Select(
            NewAlias("q"),
            select.Tables,
            select.Predicate,
            projections,
            select.IsDistinct,
            select.GroupBy,
            select.Having,
            select.Orderings,
            select.Offset,
            select.Limit);
    }

    private static SelectExpression Select(
        string? alias,
        IReadOnlyList<TableExpressionBase> tables,
        SqlExpression? predicate,
        IReadOnlyList<ProjectionExpression> projections,
        bool isDistinct = false,
        IReadOnlyList<SqlExpression>? groupBy = null,
        SqlExpression? having = null,
        IReadOnlyList<OrderingExpression>? orderings = null,
        SqlExpression? offset = null,
        SqlExpression? limit = null)
        => new(
            alias,
            tables,
            predicate,
            groupBy ?? [],
            having,
            projections,
            isDistinct,
            orderings ?? [],
            offset,
            limit,
            sqlAliasManager: null!);

    private SqlExpression? And(List<SqlExpression> conditions)
        => conditions.Count == 0 ? null : conditions.Aggregate((left, right) => _sql.AndAlso(left, right));

    private static bool IsNumber(SqlExpression? limit)
        => limit is null or SqlConstantExpression or SqlParameterExpression;

    private static bool IsNullable(SqlExpression expression)
        => expression is not (ColumnExpression { IsNullable: false } or SqlConstantExpression { Value: not null });

    private static string UniqueName(HashSet<string> names, string name)
    {
        var unique = name;
        for (var i = 0; !names.Add(unique); i++)
        {
            unique = $"{name}{i}";
        }

        return unique;
    }

    private static HashSet<string> SqlTreeAliases(IReadOnlyList<TableExpressionBase> tables)
    {
        var aliases = new HashSet<string>();
        var collector = new AliasCollector(aliases);
        foreach (var table in tables)
        {
            collector.Visit(table);
        }

        return aliases;
    }

    /// <summary>Lets the window functions of a select work per key.</summary>
    private sealed class WindowPartitioningExpressionVisitor(IReadOnlyList<SqlExpression> keys) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node)
            => node switch
            {
                SelectExpression => node,
                RowNumberExpression rowNumber
                    => new RowNumberExpression([.. rowNumber.Partitions.Union(keys)], rowNumber.Orderings, rowNumber.TypeMapping),
                _ => base.VisitExtension(node)
            };
    }

    private sealed class AliasCollector(HashSet<string> aliases) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case ShapedQueryExpression shapedQuery:
                    Visit(shapedQuery.QueryExpression);
                    Visit(shapedQuery.ShaperExpression);
                    return node;

                case TableExpressionBase and not JoinExpressionBase and { Alias: { } alias }:
                    aliases.Add(alias);
                    break;
            }

            return base.VisitExtension(node);
        }
    }

    /// <summary>The columns that a subquery reads of the outer select, and the tables they come from.</summary>
    private sealed class OuterValues
    {
        private readonly HashSet<string> _aliases;

        public OuterValues(IReadOnlyList<TableExpressionBase> tables, SqlExpression? predicate, IReadOnlyList<ColumnExpression> columns)
        {
            Tables = tables;
            Columns = columns;
            _aliases = SqlTree.Aliases(tables);
            Conditions =
            [
                .. SqlTree.Conjuncts(predicate).Where(condition =>
                    SqlTree.Selects(condition).Count == 0
                    && SqlTree.Columns(condition).All(column => _aliases.Contains(column.TableAlias)))
            ];
        }

        public IReadOnlyList<TableExpressionBase> Tables { get; }

        public IReadOnlyList<ColumnExpression> Columns { get; }

        public IReadOnlyList<SqlExpression> Conditions { get; }

        public bool IsReadBy(TableExpressionBase table)
            => SqlTree.Columns(table).Any(read => Columns.Any(column => column.TableAlias == read.TableAlias && column.Name == read.Name));
    }
}
