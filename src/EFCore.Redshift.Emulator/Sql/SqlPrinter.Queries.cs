using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlPrinter
{
    private void PrintQueryInParentheses(Query query)
    {
        Append("(");
        PrintQuery(query);
        Append(")");
    }

    private void PrintQuery(Query query)
    {
        StackGuard.Check();
        if (query.With is not null)
        {
            PrintWith(query.With);
            Append(" ");
        }

        switch (query)
        {
            case SelectQuery select:
                PrintSelect(select);
                break;
            case SetOperation operation:
                PrintSetOperation(operation);
                break;
            case ValuesQuery values:
                Append("VALUES ");
                PrintList(values.Rows);
                break;
            case TableQuery table:
                Append("TABLE ");
                PrintName(table.Table.Parts);
                break;
        }

        PrintOptionalList(" ORDER BY ", query.OrderBy);
        if (query.Limit is { Syntax: LimitSyntax.Limit } limit)
        {
            Append(" LIMIT ");
            AppendIf(limit.Count is null, "ALL");
            PrintOptional("", limit.Count);
        }

        PrintOptional(" OFFSET ", query.Offset);
        if (query.Limit is { Syntax: LimitSyntax.Fetch } fetch)
        {
            Append(" FETCH FIRST ");
            PrintExpression(fetch.Count!, Binding.Suffix);
            Append(fetch.WithTies ? " ROWS WITH TIES" : " ROWS ONLY");
        }

        foreach (var locking in query.Locking)
        {
            Append(" FOR ").Append(locking.Strength);
            PrintOptionalList(" OF ", locking.Tables);
            AppendIf(locking.Wait is not null, " " + locking.Wait);
        }
    }

    private void PrintWith(WithClause with)
    {
        Append(with.IsRecursive ? "WITH RECURSIVE " : "WITH ");
        PrintList(with.Items);
    }

    private void PrintCommonTableExpression(CommonTableExpression table)
    {
        PrintIdentifier(table.Name.Name);
        PrintOptionalInParentheses(table.Columns);
        Append(" AS ");
        AppendIf(table.IsMaterialized == true, "MATERIALIZED ");
        AppendIf(table.IsMaterialized == false, "NOT MATERIALIZED ");
        Append("(");
        PrintNode(table.Body);
        Append(")");
    }

    private void PrintSetOperation(SetOperation operation)
    {
        var name = operation.Operator.ToString().ToUpperInvariant();
        for (var i = 0; i < operation.Operands.Count; i++)
        {
            AppendIf(i > 0, operation.IsAll ? $" {name} ALL " : $" {name} ");
            var operand = operation.Operands[i];
            if (NeedsParentheses(operation, operand, i == 0))
            {
                PrintQueryInParentheses(operand);
            }
            else
            {
                PrintQuery(operand);
            }
        }
    }

    // INTERSECT binds more tightly than the others; all go from left to right.
    private static bool NeedsParentheses(SetOperation operation, Query operand, bool isFirst)
        => operand is { With: not null } or { OrderBy.Count: > 0 } or { Limit: not null } or { Offset: not null } or { Locking.Count: > 0 }
            || (operand is SetOperation inner
                && (operation.Operator == SetOperator.Intersect
                    ? inner.Operator != SetOperator.Intersect || !isFirst
                    : inner.Operator != SetOperator.Intersect && !isFirst));

    private void PrintSelect(SelectQuery select)
    {
        Append("SELECT ");
        AppendIf(select.Quantifier == SetQuantifier.All, "ALL ");
        AppendIf(select.Quantifier == SetQuantifier.Distinct, "DISTINCT ");
        if (select.DistinctOn.Count > 0)
        {
            Append("ON ");
            PrintInParentheses(select.DistinctOn);
            Append(" ");
        }

        if (select.Top is not null)
        {
            Append("TOP ");
            PrintExpression(select.Top, Binding.Suffix);
            Append(" ");
        }

        PrintList(select.Items);
        if (select.Exclude.Count > 0)
        {
            Append(" EXCLUDE ");
            PrintInParentheses(select.Exclude);
        }

        if (select.Into is { } into)
        {
            Append(" INTO ");
            PrintPersistence(into.Persistence);
            Append("TABLE ");
            PrintName(into.Table.Parts);
        }

        PrintOptionalList(" FROM ", select.From);
        PrintOptional(" WHERE ", select.Where);
        if (select.ConnectBy is { } connectBy)
        {
            PrintOptional(" START WITH ", connectBy.StartWith);
            Append(connectBy.NoCycle ? " CONNECT BY NOCYCLE " : " CONNECT BY ");
            PrintExpression(connectBy.Condition);
        }

        AppendIf(select.GroupByAll, " GROUP BY ALL");
        PrintOptionalList(" GROUP BY ", select.GroupBy);
        PrintOptional(" HAVING ", select.Having);
        PrintOptional(" QUALIFY ", select.Qualify);
        PrintOptionalList(" WINDOW ", select.Windows);
    }

    private void PrintPersistence(TablePersistence persistence)
        => Append(
            persistence switch
            {
                TablePersistence.Temporary => "TEMPORARY ",
                TablePersistence.GlobalTemporary => "GLOBAL TEMPORARY ",
                TablePersistence.Unlogged => "UNLOGGED ",
                _ => ""
            });

    private void PrintSelectItem(SelectItem item)
    {
        switch (item)
        {
            case SelectExpression expression:
                PrintExpression(expression.Expression);
                PrintOptional(" AS ", expression.Alias);
                break;
            case SelectStar star:
                PrintName(star.Qualifier);
                Append(star.Qualifier.Count > 0 ? ".*" : "*");
                break;
        }
    }

    private void PrintGroupingElement(GroupingElement element)
    {
        switch (element)
        {
            case GroupingExpression { Expression: RowExpression { HasKeyword: false, Items.Count: > 1 } row }:
                // Without the keyword it would be a tuple of groupings.
                PrintExpression(row with { HasKeyword = true });
                break;
            case GroupingExpression expression:
                PrintExpression(expression.Expression);
                break;
            case GroupingTuple tuple:
                PrintInParentheses(tuple.Items);
                break;
            case GroupingSets sets:
                Append(sets.Kind switch { GroupingKind.Rollup => "ROLLUP ", GroupingKind.Cube => "CUBE ", _ => "GROUPING SETS " });
                PrintInParentheses(sets.Items);
                break;
        }
    }

    private void PrintTable(TableReference table)
    {
        StackGuard.Check();
        switch (table)
        {
            case NamedTable named:
                AppendIf(named.IsOnly, "ONLY ");
                PrintName(named.Name.Parts);
                PrintAlias(named.Alias);
                PrintOptional(" AT ", named.IndexAlias);
                PrintSample(named.Sample);
                break;
            case PathTable path:
                PrintExpression(path.Path);
                PrintAlias(path.Alias);
                PrintOptional(" AT ", path.IndexAlias);
                break;
            case UnpivotedObject unpivoted:
                Append("UNPIVOT ");
                PrintExpression(unpivoted.Object, Binding.Suffix);
                PrintAlias(unpivoted.Alias);
                PrintOptional(" AT ", unpivoted.NameAlias);
                break;
            case DerivedTable derived:
                AppendIf(derived.IsLateral, "LATERAL ");
                PrintQueryInParentheses(derived.Query);
                PrintAlias(derived.Alias);
                break;
            case FunctionTable function:
                PrintFunctionTable(function);
                break;
            case JoinedTable join:
                PrintJoin(join);
                break;
            case PivotedTable pivoted:
                PrintPivot(pivoted);
                break;
            case UnpivotedTable unpivoted:
                PrintUnpivot(unpivoted);
                break;
        }
    }

    private void PrintAlias(TableAlias? alias)
    {
        if (alias is not null)
        {
            Append(" AS ");
            PrintTableAlias(alias);
        }
    }

    private void PrintTableAlias(TableAlias alias)
    {
        PrintIdentifier(alias.Name.Name);
        PrintOptionalInParentheses(alias.Columns);
    }

    private void PrintSample(TableSample? sample)
    {
        if (sample is null)
        {
            return;
        }

        Append(" TABLESAMPLE ");
        PrintName(sample.Method.Parts);
        PrintInParentheses(sample.Arguments);
        if (sample.Repeatable is not null)
        {
            Append(" REPEATABLE ");
            PrintInParentheses([sample.Repeatable]);
        }
    }

    private void PrintFunctionTable(FunctionTable table)
    {
        AppendIf(table.IsLateral, "LATERAL ");
        PrintExpression(table.Function);
        AppendIf(table.WithOrdinality, " WITH ORDINALITY");
        PrintAlias(table.Alias);
        AppendIf(table.Alias is null && table.ColumnDefinitions.Count > 0, " AS");
        PrintOptionalInParentheses(table.ColumnDefinitions);
        PrintOptional(" AT ", table.IndexAlias);
    }

    private void PrintJoin(JoinedTable join)
    {
        AppendIf(join.Alias is not null, "(");
        PrintTable(join.Left);
        AppendIf(join.IsNatural, " NATURAL");
        Append(
            join.Kind switch
            {
                JoinKind.Left => " LEFT JOIN ",
                JoinKind.Right => " RIGHT JOIN ",
                JoinKind.Full => " FULL JOIN ",
                JoinKind.Cross => " CROSS JOIN ",
                _ => " JOIN "
            });
        var isNested = join.Right is JoinedTable { Alias: null };
        AppendIf(isNested, "(");
        PrintTable(join.Right);
        AppendIf(isNested, ")");
        PrintOptional(" ON ", join.On);
        if (join.Using.Count > 0)
        {
            Append(" USING ");
            PrintInParentheses(join.Using);
        }

        AppendIf(join.Alias is not null, ")");
        PrintAlias(join.Alias);
    }

    private void PrintPivot(PivotedTable pivoted)
    {
        PrintSource(pivoted.Source);
        Append(" PIVOT (");
        PrintList(pivoted.Aggregates);
        Append(" FOR ");
        PrintName(pivoted.For.Parts);
        Append(" IN ");
        PrintInParentheses(pivoted.In);
        Append(")");
        PrintAlias(pivoted.Alias);
    }

    private void PrintUnpivot(UnpivotedTable unpivoted)
    {
        PrintSource(unpivoted.Source);
        Append(unpivoted.IncludeNulls ? " UNPIVOT INCLUDE NULLS (" : " UNPIVOT (");
        PrintIdentifier(unpivoted.Value.Name);
        Append(" FOR ");
        PrintIdentifier(unpivoted.Name.Name);
        Append(" IN ");
        PrintInParentheses(unpivoted.In);
        Append(")");
        PrintAlias(unpivoted.Alias);
    }

    private void PrintSource(TableReference source)
    {
        var isJoin = source is JoinedTable { Alias: null };
        AppendIf(isJoin, "(");
        PrintTable(source);
        AppendIf(isJoin, ")");
    }
}
