using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlParser
{
    // After CREATE [TEMP] TABLE.
    private Statement ParseCreateTable(TablePersistence persistence, int position)
    {
        var ifNotExists = Accept(Keyword.If, Keyword.Not, Keyword.Exists);
        var name = ParseQualifiedName();
        if (!Is('(') || IsColumnNameList())
        {
            return ParseCreateTableAs(name, persistence, ifNotExists, position);
        }

        Expect('(');
        List<TableElement> elements = Is(')') ? throw SyntaxError() : ParseList(ParseTableElement);
        Expect(')');
        return new CreateTableStatement(name, elements)
        {
            Persistence = persistence, IfNotExists = ifNotExists, Attributes = ParseTableAttributes(), Position = position
        };
    }

    // CREATE TABLE t (a, b) AS …: names without types.
    private bool IsColumnNameList()
        => IsLabel(Peek(1)) && (IsPunctuation(Peek(2), ',') || IsPunctuation(Peek(2), ')'));

    private CreateTableAsStatement ParseCreateTableAs(QualifiedName name, TablePersistence persistence, bool ifNotExists, int position)
    {
        var columns = ParseOptionalIdentifiersInParentheses();
        var attributes = ParseTableAttributes();
        Expect(Keyword.As);
        var query = ParseQuery();
        bool? withData = Accept(Keyword.With, Keyword.Data) ? true : Accept(Keyword.With, Keyword.No, Keyword.Data) ? false : null;
        return new CreateTableAsStatement(name, query)
        {
            Persistence = persistence,
            IfNotExists = ifNotExists,
            Columns = columns,
            Attributes = attributes,
            WithData = withData,
            Position = position
        };
    }

    private TableElement ParseTableElement()
    {
        var position = Position;
        if (Accept(Keyword.Like))
        {
            return new LikeElement(ParseQualifiedName(), ParseLikeOptions()) { Position = position };
        }

        return TryParseTableConstraint() ?? (TableElement)ParseColumnDefinition();
    }

    private List<LikeOption> ParseLikeOptions()
    {
        var options = new List<LikeOption>();
        while (Current.Keyword is Keyword.Including or Keyword.Excluding)
        {
            var position = Position;
            var isIncluded = Is(Keyword.Including);
            Advance();
            options.Add(new LikeOption(isIncluded, ParseUpperWord()) { Position = position });
        }

        return options;
    }

    private TableConstraint? TryParseTableConstraint()
    {
        var position = Position;
        var name = Accept(Keyword.Constraint) ? ParseIdentifier() : null;
        TableConstraint constraint;
        if (Is(Keyword.Primary, Keyword.Key))
        {
            _index += 2;
            constraint = new PrimaryKeyConstraint(ParseIdentifiersInParentheses());
        }
        else if (Accept(Keyword.Unique))
        {
            constraint = new UniqueConstraint(ParseIdentifiersInParentheses());
        }
        else if (Is(Keyword.Foreign, Keyword.Key))
        {
            _index += 2;
            var columns = ParseIdentifiersInParentheses();
            constraint = new ForeignKeyConstraint(columns, ParseReference());
        }
        else if (Accept(Keyword.Check))
        {
            constraint = new CheckConstraint(ParseExpressionInParentheses());
        }
        else
        {
            return name is null ? null : throw SyntaxError();
        }

        return constraint with { Name = name, Position = position };
    }

    private Expression ParseExpressionInParentheses()
    {
        Expect('(');
        var expression = ParseExpression();
        Expect(')');
        return expression;
    }

    private ForeignKeyReference ParseReference()
    {
        var position = Position;
        Expect(Keyword.References);
        var table = ParseQualifiedName();
        var columns = ParseOptionalIdentifiersInParentheses();
        var actions = new List<string>();
        while (TryParseReferenceAction() is { } action)
        {
            actions.Add(action);
        }

        return new ForeignKeyReference(table, columns) { Actions = actions, Position = position };
    }

    private string? TryParseReferenceAction()
    {
        switch (Current.Keyword)
        {
            case Keyword.Match:
                return $"{ParseUpperWord()} {ParseUpperWord()}";
            case Keyword.On when PeekKeyword(1) is Keyword.Delete or Keyword.Update:
                var action = $"{ParseUpperWord()} {ParseUpperWord()} {ParseUpperWord()}";
                return action.EndsWith(" SET", StringComparison.Ordinal) || action.EndsWith(" NO", StringComparison.Ordinal)
                    ? $"{action} {ParseUpperWord()}"
                    : action;
            case Keyword.Deferrable:
                return ParseUpperWord();
            case Keyword.Not when PeekKeyword(1) == Keyword.Deferrable:
            case Keyword.Initially:
                return $"{ParseUpperWord()} {ParseUpperWord()}";
            default:
                return null;
        }
    }

    private ColumnDefinition ParseColumnDefinition()
    {
        var position = Position;
        var name = ParseIdentifier();
        var type = ParseTypeName();
        var attributes = new List<ColumnAttribute>();
        while (TryParseColumnAttribute() is { } attribute)
        {
            attributes.Add(attribute);
        }

        return new ColumnDefinition(name, type) { Attributes = attributes, Position = position };
    }

    private ColumnAttribute? TryParseColumnAttribute()
    {
        var position = Position;
        var name = Accept(Keyword.Constraint) ? ParseIdentifier() : null;
        var attribute = TryParseBareColumnAttribute();
        if (attribute is null)
        {
            return name is null ? null : throw SyntaxError();
        }

        return attribute with { ConstraintName = name, Position = position };
    }

    private ColumnAttribute? TryParseBareColumnAttribute()
    {
        switch (Current.Keyword)
        {
            case Keyword.Default:
                Advance();
                return new DefaultAttribute(ParseRestrictedExpression());
            case Keyword.Identity:
                Advance();
                var (seed, step) = ParseOptionalSeedAndStep();
                return new IdentityAttribute(IdentityKind.Always, seed, step);
            case Keyword.Generated:
                return ParseGenerated();
            case Keyword.Encode:
                Advance();
                return new EncodeAttribute(ParseLabel());
            case Keyword.Distkey:
                Advance();
                return new DistKeyAttribute();
            case Keyword.Sortkey:
                Advance();
                return new SortKeyAttribute();
            case Keyword.Collate:
                Advance();
                return new CollateAttribute(ParseQualifiedName());
            case Keyword.Not when PeekKeyword(1) == Keyword.Null:
                _index += 2;
                return new NotNullAttribute();
            case Keyword.Null:
                Advance();
                return new NullAttribute();
            case Keyword.Unique:
                Advance();
                return new UniqueAttribute();
            case Keyword.Primary when PeekKeyword(1) == Keyword.Key:
                _index += 2;
                return new PrimaryKeyAttribute();
            case Keyword.References:
                return new ReferencesAttribute(ParseReference());
            case Keyword.Check:
                Advance();
                return new CheckAttribute(ParseExpressionInParentheses());
            default:
                return null;
        }
    }

    private ColumnAttribute ParseGenerated()
    {
        Advance();
        var byDefault = Accept(Keyword.By, Keyword.Default);
        if (!byDefault)
        {
            Expect(Keyword.Always);
        }

        Expect(Keyword.As);
        if (Accept(Keyword.Identity))
        {
            var (seed, step) = ParseOptionalSeedAndStep();
            return new IdentityAttribute(byDefault ? IdentityKind.ByDefault : IdentityKind.GeneratedAlways, seed, step);
        }

        var value = ParseExpressionInParentheses();
        Expect(Keyword.Stored);
        return new ComputedAttribute(value);
    }

    private (long? Seed, long? Step) ParseOptionalSeedAndStep()
    {
        if (!Accept('('))
        {
            return (null, null);
        }

        // PostgreSQL's options of a sequence, in any order.
        if (Current.Kind == SqlTokenKind.Word)
        {
            long? start = null;
            long? increment = null;
            while (!Is(')'))
            {
                if (Accept(Keyword.Start))
                {
                    Accept(Keyword.With);
                    start = ParseSignedInt64();
                }
                else
                {
                    Expect(Keyword.Increment);
                    Accept(Keyword.By);
                    increment = ParseSignedInt64();
                }
            }

            Expect(')');
            return (start, increment);
        }

        var seed = ParseSignedInt64();
        Expect(',');
        var step = ParseSignedInt64();
        Expect(')');
        return (seed, step);
    }

    private List<TableAttribute> ParseTableAttributes()
    {
        var attributes = new List<TableAttribute>();
        while (TryParseTableAttribute() is { } attribute)
        {
            attributes.Add(attribute);
        }

        return attributes;
    }

    private TableAttribute? TryParseTableAttribute()
    {
        var position = Position;
        var attribute = TryParseBareTableAttribute();
        return attribute is null ? null : attribute with { Position = position };
    }

    private TableAttribute? TryParseBareTableAttribute()
    {
        switch (Current.Keyword)
        {
            case Keyword.Backup:
                Advance();
                return new BackupAttribute(ParseYesOrNo());
            case Keyword.Diststyle:
                Advance();
                return new DistStyleTableAttribute(ParseDistributionStyle());
            case Keyword.Distkey:
                Advance();
                return new DistKeyTableAttribute(ParseDistKeyColumn());
            case Keyword.Compound or Keyword.Interleaved when PeekKeyword(1) == Keyword.Sortkey:
                var kind = Is(Keyword.Compound) ? SortKeyKind.Compound : SortKeyKind.Interleaved;
                _index += 2;
                return new SortKeyTableAttribute(kind, ParseSortKeyColumns());
            case Keyword.Sortkey:
                Advance();
                return Accept(Keyword.Auto)
                    ? new SortKeyTableAttribute(SortKeyKind.Auto, [])
                    : new SortKeyTableAttribute(SortKeyKind.Unspecified, ParseSortKeyColumns());
            case Keyword.Encode when PeekKeyword(1) == Keyword.Auto:
                _index += 2;
                return new EncodeAutoTableAttribute();
            case Keyword.Auto when PeekKeyword(1) == Keyword.Refresh:
                _index += 2;
                return new AutoRefreshAttribute(ParseYesOrNo());
            case Keyword.On when PeekKeyword(1) == Keyword.Commit:
                _index += 2;
                Advance();
                Accept(Keyword.Rows);
                return new UnsupportedTableAttribute("ON COMMIT");
            case Keyword.Inherits when IsPunctuation(Peek(1), '('):
                Advance();
                SkipParentheses();
                return new UnsupportedTableAttribute("INHERITS");
            case Keyword.With when IsPunctuation(Peek(1), '('):
                Advance();
                SkipParentheses();
                return new UnsupportedTableAttribute("WITH");
            case Keyword.Tablespace:
                Advance();
                ParseName();
                return new UnsupportedTableAttribute("TABLESPACE");
            case Keyword.Partition when PeekKeyword(1) == Keyword.By:
                _index += 2;
                ParseLabel();
                SkipParentheses();
                return new UnsupportedTableAttribute("PARTITION BY");
            default:
                return null;
        }
    }

    private bool ParseYesOrNo()
    {
        var isYes = Is(Keyword.Yes);
        return Accept(Keyword.Yes) || Accept(Keyword.No) ? isYes : throw SyntaxError();
    }

    private DistributionStyle ParseDistributionStyle()
        => Accept(Keyword.Auto) ? DistributionStyle.Auto
            : Accept(Keyword.Even) ? DistributionStyle.Even
            : Accept(Keyword.Key) ? DistributionStyle.Key
            : Accept(Keyword.All) ? DistributionStyle.All
            : throw SyntaxError();

    // CREATE TABLE AS takes positions too.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_AS.html
    private Identifier ParseKeyColumn()
    {
        var position = Position;
        return Current.Kind == SqlTokenKind.Number ? new Identifier(ParseNumericLiteral().Text) { Position = position } : ParseIdentifier();
    }

    private Identifier ParseDistKeyColumn()
        => ParseParenthesized(ParseKeyColumn) is [var column] ? column : throw SyntaxError();

    private List<Identifier> ParseSortKeyColumns() => ParseParenthesized(ParseKeyColumn);

    private void SkipParentheses()
    {
        Expect('(');
        for (var depth = 1; depth > 0; Advance())
        {
            depth += Is('(') ? 1 : Is(')') ? -1 : Current.Kind == SqlTokenKind.End ? throw SyntaxError() : 0;
        }
    }
}
