using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Binding;

/// <summary>
///     Looks up the names of a statement: relations in the catalogue, columns in the scopes of the query blocks around them, among them
///     the aliases of the select list that Redshift lets later items use, and paths into SUPER values. What does not exist is left
///     unresolved, for PostgreSQL to report.
/// </summary>
internal sealed class Binder : SqlTreeVisitor
{
    private readonly IReadOnlyDictionary<RelationName, Relation> _relations;
    private readonly BoundStatement _result;

    private QueryBlock? _block;
    private BlockRole _nextRole = BlockRole.Statement;
    private CommonTableScope? _commonTables;
    private AliasScope _aliases = AliasScope.None;

    private Binder(Statement statement, IReadOnlyDictionary<RelationName, Relation> relations)
    {
        _relations = relations;
        _result = new BoundStatement(statement);
    }

    public static async ValueTask<BoundStatement> BindAsync(Statement statement, ICatalog catalog, CancellationToken cancellationToken)
    {
        var names = RelationCollector.Collect(statement);
        var relations = names.Count == 0
            ? new Dictionary<RelationName, Relation>()
            : await catalog.FindRelationsAsync(names, cancellationToken).ConfigureAwait(false);

        var binder = new Binder(statement, relations);
        binder.Visit(statement);
        return binder._result;
    }

    public override void Visit(SqlNode node)
    {
        switch (node)
        {
            case SelectQuery select:
                BindSelect(select);
                break;
            case SetOperation operation:
                BindSetOperation(operation);
                break;
            case TableQuery table:
                AddSource(Named(table, table.Table, alias: null));
                break;
            case InsertStatement insert:
                BindInsert(insert);
                break;
            case UpdateStatement update:
                BindUpdate(update);
                break;
            case DeleteStatement delete:
                BindDelete(delete);
                break;
            case MergeStatement merge:
                BindMerge(merge);
                break;
            case CopyStatement copy:
                AddSource(Named(copy, copy.Table, alias: null));
                break;
            case AlterTableStatement alter:
                AddSource(Named(alter, alter.Table, alias: null));
                base.Visit(alter);
                break;
            case ColumnReference reference:
                _result.Add(Resolve(reference));
                break;
            case FunctionCall { Arguments: [ColumnReference { Parts.Count: 1 } part, ..] } call
                when DateParts.AreTakenBy(call.Name.Name) && IsDatePart(call, part):
                _result.Add(new ColumnBinding { Reference = part, Kind = ColumnBindingKind.DatePart, Block = null });
                VisitCallWithoutFirstArgument(call);
                break;
            default:
                base.Visit(node);
                break;
        }
    }

    // DATE_TRUNC takes its part in quotes only, so a bare word is a column there.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_DATE_TRUNC.html
    private static bool IsDatePart(FunctionCall call, ColumnReference part)
        => call.Name.Name != "date_trunc" && part.Parts.Count == 1;

    private void VisitCallWithoutFirstArgument(FunctionCall call)
    {
        foreach (var child in call.Children)
        {
            if (!ReferenceEquals(child, call.Arguments[0]))
            {
                Visit(child);
            }
        }
    }

    private void BindSelect(SelectQuery select)
    {
        var block = Enter(select, out var outer);

        BindWith(select.With);
        foreach (var item in select.From)
        {
            BindTable(item);
        }

        for (var i = 0; i < select.Items.Count; i++)
        {
            _aliases = new AliasScope(select, i, PrefersAliases: false);
            Visit(select.Items[i]);
        }

        _aliases = new AliasScope(select, select.Items.Count, PrefersAliases: false);
        VisitOptional(select.Top);
        VisitAll(select.DistinctOn);
        VisitOptional(select.Where);
        VisitOptional(select.ConnectBy);
        VisitAll(select.GroupBy);
        VisitOptional(select.Having);
        VisitOptional(select.Qualify);
        VisitAll(select.Windows);

        foreach (var item in select.OrderBy)
        {
            // A bare name in ORDER BY is an alias first, a name within an expression is a column first.
            _aliases = _aliases with { PrefersAliases = item.Expression is ColumnReference };
            Visit(item);
        }

        VisitOptional(select.Limit);
        VisitOptional(select.Offset);

        Leave(block, outer);
    }

    private void BindSetOperation(SetOperation operation)
    {
        var (role, commonTables, aliases) = (_nextRole, _commonTables, _aliases);

        BindWith(operation.With);
        foreach (var operand in operation.Operands)
        {
            _nextRole = role;
            Visit(operand);
        }

        _nextRole = BlockRole.Subquery;
        _aliases = new AliasScope(First(operation), int.MaxValue, PrefersAliases: true) { ResultOnly = true };
        VisitAll(operation.OrderBy);
        VisitOptional(operation.Limit);
        VisitOptional(operation.Offset);

        (_nextRole, _commonTables, _aliases) = (role, commonTables, aliases);

        static SelectQuery? First(Query query)
            => query switch
            {
                SelectQuery select => select,
                SetOperation inner => First(inner.Operands[0]),
                _ => null
            };
    }

    private void BindInsert(InsertStatement insert)
    {
        AddSource(Named(insert, insert.Table, alias: null));
        var commonTables = _commonTables;
        BindWith(insert.With);
        if (insert.Source is { } source)
        {
            _nextRole = BlockRole.Statement;
            Visit(source);
        }

        _commonTables = commonTables;
        VisitOptional(insert.OnConflict);
        VisitOptional(insert.Returning);
    }

    private void BindUpdate(UpdateStatement update)
    {
        var block = Enter(update, out var outer);
        BindWith(update.With);
        AddSource(Named(update, update.Table, update.Alias?.Name));
        foreach (var item in update.From)
        {
            BindTable(item);
        }

        VisitAll(update.Assignments);
        VisitOptional(update.Where);
        VisitOptional(update.Returning);
        Leave(block, outer);
    }

    private void BindDelete(DeleteStatement delete)
    {
        var block = Enter(delete, out var outer);
        BindWith(delete.With);
        AddSource(Named(delete, delete.Table, delete.Alias?.Name));
        foreach (var item in delete.Using)
        {
            BindTable(item);
        }

        VisitOptional(delete.Where);
        VisitOptional(delete.Returning);
        Leave(block, outer);
    }

    private void BindMerge(MergeStatement merge)
    {
        var block = Enter(merge, out var outer);
        BindWith(merge.With);
        AddSource(Named(merge, merge.Target, merge.TargetAlias?.Name));
        BindTable(merge.Source);
        Visit(merge.On);
        VisitAll(merge.Branches);
        Leave(block, outer);
    }

    private void BindWith(WithClause? with)
    {
        if (with is null)
        {
            return;
        }

        foreach (var item in with.Items)
        {
            // A recursive item sees itself; its columns are those it declares.
            // https://docs.aws.amazon.com/redshift/latest/dg/r_WITH_clause.html
            if (with.IsRecursive)
            {
                _commonTables = new CommonTableScope(item.Name.Name, Declared(item.Columns), _commonTables);
            }

            var aliases = _aliases;
            _nextRole = BlockRole.CommonTable;
            Visit(item.Body);
            _nextRole = BlockRole.Subquery;
            _aliases = aliases;

            var columns = item.Body is Query query ? Renamed(_result.Types.OutputOf(query), item.Columns) : Declared(item.Columns);
            _commonTables = new CommonTableScope(item.Name.Name, columns, _commonTables);
        }
    }

    private void BindTable(TableReference table)
    {
        switch (table)
        {
            case NamedTable named:
                BindNamedTable(named);
                break;

            case DerivedTable derived:
                _nextRole = derived.IsLateral ? BlockRole.Subquery : BlockRole.DerivedTable;
                var aliases = _aliases;
                Visit(derived.Query);
                _nextRole = BlockRole.Subquery;
                _aliases = aliases;
                AddSource(new TableSource
                {
                    Node = derived,
                    Kind = TableSourceKind.DerivedTable,
                    Name = derived.Alias?.Name.Name,
                    Columns = Renamed(_result.Types.OutputOf(derived.Query), derived.Alias?.Columns ?? [])
                });
                break;

            case JoinedTable join:
                BindTable(join.Left);
                BindTable(join.Right);
                VisitOptional(join.On);
                break;

            case PathTable path:
                Visit(path.Path);
                AddSource(SuperSource(path, path.Alias, path.IndexAlias));
                break;

            case UnpivotedObject unpivoted:
                Visit(unpivoted.Object);
                AddSource(SuperSource(unpivoted, unpivoted.Alias, unpivoted.NameAlias));
                break;

            // https://docs.aws.amazon.com/redshift/latest/dg/r_FROM_clause-unnest-examples.html
            case FunctionTable { Function: FunctionCall { Name.Name: "unnest" } } unnest:
                Visit(unnest.Function);
                AddSource(SuperSource(unnest, unnest.Alias, unnest.IndexAlias));
                break;

            case FunctionTable function:
                Visit(function.Function);
                AddSource(new TableSource
                {
                    Node = function,
                    Kind = TableSourceKind.Function,
                    Name = function.Alias?.Name.Name ?? (function.Function as FunctionCall)?.Name.Name
                });
                break;

            case PivotedTable pivoted:
                BindTable(pivoted.Source);
                AddSource(new TableSource { Node = pivoted, Kind = TableSourceKind.DerivedTable, Name = pivoted.Alias?.Name.Name });
                break;

            case UnpivotedTable unpivoted:
                BindTable(unpivoted.Source);
                AddSource(new TableSource { Node = unpivoted, Kind = TableSourceKind.DerivedTable, Name = unpivoted.Alias?.Name.Name });
                break;

            default:
                base.Visit(table);
                break;
        }
    }

    private void BindNamedTable(NamedTable table)
    {
        var alias = table.Alias?.Name.Name;
        if (table.Name.Parts is [var name] && FindCommonTable(name) is { } common)
        {
            AddSource(new TableSource
            {
                Node = table,
                Kind = TableSourceKind.CommonTable,
                Name = alias ?? name,
                Columns = Renamed(common.Columns, table.Alias?.Columns ?? [])
            });
        }
        else if (IsSuperPath(table.Name))
        {
            AddSource(SuperSource(table, table.Alias, table.IndexAlias));
        }
        else
        {
            AddSource(Named(table, table.Name, alias, table.Alias?.Columns));
        }

        VisitOptional(table.Sample);
    }

    /// <summary>Whether a dotted name in FROM leads into a SUPER value of an earlier item, of this block or of one around it.</summary>
    private bool IsSuperPath(QualifiedName name)
    {
        for (var block = _block; block is not null; block = block.LookupParent)
        {
            foreach (var source in block.Sources)
            {
                if (!string.Equals(source.Name, name.Parts[0], StringComparison.Ordinal))
                {
                    continue;
                }

                return source.Kind == TableSourceKind.Super
                    ? source.FindColumn(name.Parts[0]) is not null || name.Parts.Count > 1
                    : name.Parts.Count > 1 && (source.Columns is null
                        ? !_relations.ContainsKey(new RelationName(name.Schema, name.Name))
                        : source.FindColumn(name.Parts[1])?.Type == ExpressionTypes.Super);
            }
        }

        return false;
    }

    private static TableSource SuperSource(SqlNode node, TableAlias? alias, Identifier? index)
    {
        // UNNEST(…) AS t (value, offset) names its columns; AS e AT i makes two variables.
        var columns = new List<SourceColumn>();
        if (alias is { Columns: not [] })
        {
            columns.Add(new SourceColumn(alias.Columns[0].Name, ExpressionTypes.Super));
            columns.AddRange(alias.Columns.Skip(1).Select(column => new SourceColumn(column.Name, "bigint")));
        }
        else if (alias is not null)
        {
            columns.Add(new SourceColumn(alias.Name.Name, ExpressionTypes.Super));
        }

        if (index is not null)
        {
            columns.Add(new SourceColumn(index.Name, node is UnpivotedObject ? "character varying" : "bigint"));
        }

        return new TableSource { Node = node, Kind = TableSourceKind.Super, Name = alias?.Name.Name, Columns = columns };
    }

    private TableSource Named(SqlNode node, QualifiedName name, string? alias, IReadOnlyList<Identifier>? columnAliases = null)
    {
        var relation = _relations.GetValueOrDefault(new RelationName(name.Schema, name.Name));
        var columns = relation?.Columns.Select(column => new SourceColumn(column.Name, column.Type)).ToList();
        return new TableSource
        {
            Node = node,
            Kind = TableSourceKind.Table,
            Name = alias ?? name.Name,
            QualifiedName = alias is null ? name : null,
            Relation = relation,
            Columns = Renamed(columns, columnAliases ?? []),
            IsOnComputeNodes = IsUserTable(name, relation) || IsOnComputeNodes(name),
            IsUserTable = IsUserTable(name, relation)
        };
    }

    private static bool IsOnComputeNodes(QualifiedName name)
        => name.Schema is null or "pg_catalog" && HasPrefix(name.Name, "stl_", "stv_", "svl_", "svv_", "svcs_", "sys_");

    private static bool IsUserTable(QualifiedName name, Relation? relation)
        => relation is { } known
            ? !known.IsSystem
            : name.Schema is not ("pg_catalog" or "information_schema") && !IsOnComputeNodes(name) && !HasPrefix(name.Name, "pg_");

    private static bool HasPrefix(string name, params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private CommonTableScope? FindCommonTable(string name)
    {
        for (var scope = _commonTables; scope is not null; scope = scope.Next)
        {
            if (string.Equals(scope.Name, name, StringComparison.Ordinal))
            {
                return scope;
            }
        }

        return null;
    }

    private ColumnBinding Resolve(ColumnReference reference)
    {
        if (_aliases.ResultOnly)
        {
            return new ColumnBinding { Reference = reference, Kind = ColumnBindingKind.ResultColumn, Block = _block, ColumnPartCount = 1 };
        }

        if (_aliases.PrefersAliases && FindAlias(reference) is { } preferred)
        {
            return preferred;
        }

        for (var block = _block; block is not null; block = block.LookupParent)
        {
            if (ResolveIn(block, reference) is { } binding)
            {
                return binding;
            }

            if (block == _block && FindAlias(reference) is { } alias)
            {
                return alias;
            }

            // A table that the catalogue does not know may have any column.
            if (reference.Parts.Count == 1 && block.Sources.Any(source => source is { Columns: null, Kind: not TableSourceKind.Function }))
            {
                break;
            }
        }

        return new ColumnBinding
        {
            Reference = reference,
            Kind = ColumnBindingKind.Unresolved,
            Block = _block,
            ColumnPartCount = reference.Parts.Count
        };
    }

    private ColumnBinding? FindAlias(ColumnReference reference)
    {
        if (_aliases.Select is null || reference.Parts is not [var name, ..])
        {
            return null;
        }

        for (var i = 0; i < Math.Min(_aliases.ItemCount, _aliases.Select.Items.Count); i++)
        {
            if (_aliases.Select.Items[i] is SelectExpression { Alias: { } alias } item
                && string.Equals(alias.Name, name, StringComparison.Ordinal)
                && (reference.Parts.Count == 1 || _result.Types.Of(item.Expression) == ExpressionTypes.Super))
            {
                return new ColumnBinding
                {
                    Reference = reference,
                    Kind = ColumnBindingKind.SelectAlias,
                    Block = _block,
                    Target = _block,
                    Alias = item,
                    ColumnPartCount = 1
                };
            }
        }

        return null;
    }

    private ColumnBinding? ResolveIn(QueryBlock block, ColumnReference reference)
    {
        var parts = reference.Parts;
        foreach (var source in block.Sources)
        {
            if (!string.Equals(source.Name, parts[0], StringComparison.Ordinal))
            {
                continue;
            }

            if (parts.Count == 1 || (source.Kind == TableSourceKind.Super && source.FindColumn(parts[0]) is not null))
            {
                // An alias over an array is itself a value, and so goes before columns; a table's own name is its row, and comes after.
                if (source.Kind == TableSourceKind.Super && source.FindColumn(parts[0]) is { } value)
                {
                    return Bound(ColumnBindingKind.SuperValue, source, value, 1);
                }
            }
            else if (source.FindColumn(parts[1]) is { } column && (parts.Count == 2 || column.Type is ExpressionTypes.Super or null))
            {
                return Bound(ColumnBindingKind.Column, source, column, 2);
            }
            else if (source.Columns is null || parts.Count == 2)
            {
                return Bound(ColumnBindingKind.Column, source, null, 2);
            }
        }

        if (parts.Count > 2)
        {
            foreach (var source in block.Sources)
            {
                if (source.QualifiedName is { Schema: { } schema } && string.Equals(schema, parts[0], StringComparison.Ordinal)
                    && string.Equals(source.Name, parts[1], StringComparison.Ordinal))
                {
                    return Bound(ColumnBindingKind.Column, source, source.FindColumn(parts[2]), 3);
                }
            }
        }

        foreach (var source in block.Sources)
        {
            if (source.FindColumn(parts[0]) is { } column && (parts.Count == 1 || column.Type is ExpressionTypes.Super or null))
            {
                var kind = source.Kind == TableSourceKind.Super ? ColumnBindingKind.SuperValue : ColumnBindingKind.Column;
                return Bound(kind, source, column, 1);
            }
        }

        // A table that the catalogue does not know may have any column.
        if (block.Sources.Any(source => source is { Columns: null, Kind: TableSourceKind.Table }))
        {
            return null;
        }

        if (parts is [var name] && block.Sources.FirstOrDefault(source => string.Equals(source.Name, name, StringComparison.Ordinal)) is { } row)
        {
            return Bound(row.Kind == TableSourceKind.Function ? ColumnBindingKind.Column : ColumnBindingKind.Row, row, null, 1);
        }

        return null;

        ColumnBinding Bound(ColumnBindingKind kind, TableSource source, SourceColumn? column, int columnPartCount)
            => new()
            {
                Reference = reference,
                Kind = kind,
                Block = _block,
                Target = block,
                Source = source,
                Column = column,
                ColumnPartCount = columnPartCount
            };
    }

    private QueryBlock Enter(SqlNode owner, out OuterState outer)
    {
        outer = new OuterState(_block, _nextRole, _commonTables, _aliases);
        var block = new QueryBlock(owner, _block, _nextRole);
        _result.Add(block);
        _block = block;
        _nextRole = BlockRole.Subquery;
        _aliases = AliasScope.None;
        return block;
    }

    private void Leave(QueryBlock block, OuterState outer)
    {
        System.Diagnostics.Debug.Assert(_block == block, "blocks are left in the order they are entered");
        (_block, _nextRole, _commonTables, _aliases) = outer;
    }

    private void AddSource(TableSource source)
    {
        _result.Add(source);
        _block?.Add(source);
    }

    private void VisitOptional(SqlNode? node)
    {
        if (node is not null)
        {
            Visit(node);
        }
    }

    private static List<SourceColumn>? Declared(IReadOnlyList<Identifier> columns)
        => columns.Count == 0 ? null : [.. columns.Select(column => new SourceColumn(column.Name, null))];

    private static IReadOnlyList<SourceColumn>? Renamed(IReadOnlyList<SourceColumn>? columns, IReadOnlyList<Identifier> names)
    {
        if (names.Count == 0)
        {
            return columns;
        }

        return columns is null
            ? Declared(names)
            : [.. columns.Select((column, i) => i < names.Count ? column with { Name = names[i].Name } : column)];
    }

    /// <summary>What is put aside while a block is bound.</summary>
    private readonly record struct OuterState(QueryBlock? Block, BlockRole Role, CommonTableScope? CommonTables, AliasScope Aliases);

    /// <summary>The items of WITH that are visible, the nearest first.</summary>
    private sealed record CommonTableScope(string Name, IReadOnlyList<SourceColumn>? Columns, CommonTableScope? Next);

    /// <summary>The aliases of a select list that are visible: those of the items before the one that is bound.</summary>
    private readonly record struct AliasScope(SelectQuery? Select, int ItemCount, bool PrefersAliases)
    {
        public static readonly AliasScope None = new(null, 0, PrefersAliases: false);

        /// <summary>Whether only the columns of the result are visible: ORDER BY of a set operation.</summary>
        public bool ResultOnly { get; init; }
    }
}
