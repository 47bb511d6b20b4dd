using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlParser
{
    private TableReference ParseTableReference()
    {
        Enter();
        var table = ParseTablePrimary();
        while (IsJoin())
        {
            table = ParseJoin(table);
        }

        Leave();
        return table;
    }

    private bool IsJoin()
        => Current.Keyword is Keyword.Join or Keyword.Inner or Keyword.Left or Keyword.Right or Keyword.Full or Keyword.Cross or Keyword.Natural;

    private JoinedTable ParseJoin(TableReference left)
    {
        Enter();
        var isNatural = Accept(Keyword.Natural);
        var kind = ParseJoinKind();
        Expect(Keyword.Join);
        var right = ParseTablePrimary();
        var join = new JoinedTable(left, kind, right) { IsNatural = isNatural, Position = left.Position };
        if (kind != JoinKind.Cross && !isNatural)
        {
            // a JOIN b JOIN c ON … ON …: the first condition belongs to the last join.
            while (IsJoin())
            {
                join = join with { Right = ParseJoin(join.Right) };
            }

            join = Accept(Keyword.On) ? join with { On = ParseExpression() }
                : Accept(Keyword.Using) ? join with { Using = ParseIdentifiersInParentheses() }
                : throw SyntaxError();
        }

        Leave();
        return join;
    }

    private JoinKind ParseJoinKind()
    {
        JoinKind kind;
        switch (Current.Keyword)
        {
            case Keyword.Cross:
                Advance();
                return JoinKind.Cross;
            case Keyword.Left:
                kind = JoinKind.Left;
                break;
            case Keyword.Right:
                kind = JoinKind.Right;
                break;
            case Keyword.Full:
                kind = JoinKind.Full;
                break;
            default:
                Accept(Keyword.Inner);
                return JoinKind.Inner;
        }

        Advance();
        Accept(Keyword.Outer);
        return kind;
    }

    private TableReference ParseTablePrimary()
    {
        var table = ParseUnpivotedTable();
        while (true)
        {
            if (Is(Keyword.Pivot) && IsPunctuation(Peek(1), '('))
            {
                table = ParsePivot(table);
            }
            else if (Is(Keyword.Unpivot))
            {
                table = ParseUnpivot(table);
            }
            else
            {
                return table;
            }
        }
    }

    private TableReference ParseUnpivotedTable()
    {
        var position = Position;
        if (Accept(Keyword.Unpivot))
        {
            var value = ParsePrimaryWithSuffixes();
            return new UnpivotedObject(value) { Alias = ParseOptionalTableAlias(), NameAlias = ParseOptionalIndexAlias(), Position = position };
        }

        var isLateral = IsLateral() && Accept(Keyword.Lateral);
        if (Is('('))
        {
            return ParseTableInParentheses(isLateral, position);
        }

        var isOnly = Accept(Keyword.Only);
        if (isOnly && Is('('))
        {
            Advance();
            var inner = ParseQualifiedName();
            Expect(')');
            return ParseNamedTableSuffixes(new NamedTable(inner) { IsOnly = true, Position = position });
        }

        if (IsReservedFunction() || Current.Keyword is Keyword.Sysdate or Keyword.CurrentDate or Keyword.CurrentTimestamp)
        {
            return ParseFunctionTable(ParsePrimary(), isLateral, position);
        }

        var name = ParseQualifiedName();
        if (Is('['))
        {
            return ParsePathTable(new ColumnReference(name.Parts) { Position = position });
        }

        return Is('(') && !isOnly
            ? ParseFunctionTable(ParseCall(name), isLateral, position)
            : ParseNamedTableSuffixes(new NamedTable(name) { IsOnly = isOnly, Position = position });
    }

    // The word is not reserved: LATERAL (…) and LATERAL f(…), but not a table of that name.
    private bool IsLateral()
    {
        if (!Is(Keyword.Lateral))
        {
            return false;
        }

        var offset = 1;
        while (IsLabel(Peek(offset)))
        {
            offset += IsPunctuation(Peek(offset + 1), '.') ? 2 : 1;
        }

        return IsPunctuation(Peek(offset), '(');
    }

    private TableReference ParseTableInParentheses(bool isLateral, int position)
    {
        if (IsQueryInParentheses())
        {
            return new DerivedTable(ParseQueryInParentheses())
            {
                IsLateral = isLateral, Alias = ParseOptionalTableAlias(), Position = position
            };
        }

        if (isLateral)
        {
            throw SyntaxError();
        }

        Expect('(');
        var table = ParseTableReference();
        if (table is not (JoinedTable or NamedTable { Alias: null }))
        {
            throw SyntaxError();
        }

        Expect(')');
        return ParseOptionalTableAlias() is { } alias ? table with { Alias = alias } : table;
    }

    private PathTable ParsePathTable(Expression path)
    {
        while (Is('[') || Is('.'))
        {
            if (Is('['))
            {
                path = ParseSubscript(path, path.Position);
            }
            else
            {
                Advance();
                path = new FieldAccess(path, ParseLabel()) { Position = path.Position };
            }
        }

        return new PathTable(path) { Alias = ParseOptionalTableAlias(), IndexAlias = ParseOptionalIndexAlias(), Position = path.Position };
    }

    private NamedTable ParseNamedTableSuffixes(NamedTable table)
    {
        table = table with { Alias = ParseOptionalTableAlias(), IndexAlias = ParseOptionalIndexAlias() };
        var position = Position;
        if (!Accept(Keyword.Tablesample))
        {
            return table;
        }

        var method = ParseQualifiedName();
        var arguments = ParseParenthesized(ParseExpression);
        Expression? repeatable = null;
        if (Accept(Keyword.Repeatable))
        {
            Expect('(');
            repeatable = ParseExpression();
            Expect(')');
        }

        return table with { Sample = new TableSample(method, arguments, repeatable) { Position = position } };
    }

    private FunctionTable ParseFunctionTable(Expression function, bool isLateral, int position)
    {
        var table = new FunctionTable(function)
        {
            IsLateral = isLateral, WithOrdinality = Accept(Keyword.With, Keyword.Ordinality), Position = position
        };
        if (Is(Keyword.As) && IsPunctuation(Peek(1), '('))
        {
            Advance();
            return table with { ColumnDefinitions = ParseParenthesized(ParseFunctionColumn) };
        }

        if (ParseOptionalAlias() is not { } name)
        {
            return table with { IndexAlias = ParseOptionalIndexAlias() };
        }

        // AS f(a, b), or AS f(a int, b text)
        if (Is('(') && IsName(Peek(1)) && IsLabel(Peek(2)))
        {
            return table with
            {
                Alias = new TableAlias(name, []) { Position = name.Position },
                ColumnDefinitions = ParseParenthesized(ParseFunctionColumn)
            };
        }

        var columns = ParseOptionalIdentifiersInParentheses();
        return table with
        {
            Alias = new TableAlias(name, columns) { Position = name.Position }, IndexAlias = ParseOptionalIndexAlias()
        };
    }

    private ColumnDefinition ParseFunctionColumn()
    {
        var position = Position;
        var name = ParseIdentifier();
        return new ColumnDefinition(name, ParseTypeName()) { Position = position };
    }

    private TableAlias? ParseOptionalTableAlias()
        => ParseOptionalAlias() is { } name
            ? new TableAlias(name, ParseOptionalIdentifiersInParentheses()) { Position = name.Position }
            : null;

    private Identifier? ParseOptionalIndexAlias() => Accept(Keyword.At) ? ParseIdentifier() : null;

    private PivotedTable ParsePivot(TableReference source)
    {
        Advance();
        Expect('(');
        var aggregates = ParseList(ParsePivotItem);
        Expect(Keyword.For);
        var position = Position;
        var column = new ColumnReference(ParseNameParts()) { Position = position };
        Expect(Keyword.In);
        var items = ParseParenthesized(ParsePivotItem);
        Expect(')');
        return new PivotedTable(source, aggregates, column, items) { Alias = ParseOptionalTableAlias(), Position = source.Position };
    }

    private UnpivotedTable ParseUnpivot(TableReference source)
    {
        Advance();
        var includeNulls = Accept(Keyword.Include, Keyword.Nulls);
        if (!includeNulls)
        {
            Accept(Keyword.Exclude, Keyword.Nulls);
        }

        Expect('(');
        var value = ParseIdentifier();
        Expect(Keyword.For);
        var name = ParseIdentifier();
        Expect(Keyword.In);
        var items = ParseParenthesized(ParsePivotItem);
        Expect(')');
        return new UnpivotedTable(source, value, name, items)
        {
            IncludeNulls = includeNulls, Alias = ParseOptionalTableAlias(), Position = source.Position
        };
    }

    private SelectExpression ParsePivotItem()
    {
        var expression = ParseExpression();
        return new SelectExpression(expression, ParseOptionalLabel()) { Position = expression.Position };
    }
}
