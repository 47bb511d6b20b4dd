using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlParser
{
    private Statement ParseAlter()
    {
        var start = _index;
        var position = Position;
        Advance();
        switch (Current.Keyword)
        {
            case Keyword.Table:
                return ParseAlterTable(position);
            case Keyword.Schema:
                return ParseAlterSchema(position);
            case Keyword.Database:
                Advance();
                return new AlterDatabaseStatement(ParseIdentifier(), ParseDatabaseOptions()) { Position = position };
            case Keyword.User:
                Advance();
                return new AlterUserStatement(ParsePrincipal(), ParseUserOptions()) { Position = position };
            case Keyword.Group:
                return ParseAlterGroup(position);
            case Keyword.Materialized:
                return ParseAlterMaterializedView(position);
            case Keyword.View or Keyword.Role or Keyword.System:
                _index = start;
                return SkipUnsupported(2);
            default:
                return SkipUnsupportedObject(start);
        }
    }

    private AlterSchemaStatement ParseAlterSchema(int position)
    {
        Advance();
        var schema = new AlterSchemaStatement(ParseIdentifier()) { Position = position };
        return Accept(Keyword.Rename, Keyword.To) ? schema with { NewName = ParseIdentifier() }
            : Accept(Keyword.Owner, Keyword.To) ? schema with { Owner = ParseIdentifier() }
            : schema with { Quota = ParseOptionalQuota() ?? throw SyntaxError() };
    }

    private AlterGroupStatement ParseAlterGroup(int position)
    {
        Advance();
        var name = ParseIdentifier();
        var action = Accept(Keyword.Add, Keyword.User) ? AlterGroupAction.AddUser
            : Accept(Keyword.Drop, Keyword.User) ? AlterGroupAction.DropUser
            : Accept(Keyword.Rename, Keyword.To) ? AlterGroupAction.Rename
            : throw SyntaxError();
        return new AlterGroupStatement(name, action, ParseList(ParseIdentifier)) { Position = position };
    }

    private AlterMaterializedViewStatement ParseAlterMaterializedView(int position)
    {
        Advance();
        Expect(Keyword.View);
        var view = new AlterMaterializedViewStatement(ParseQualifiedName()) { Position = position };
        return Accept(Keyword.Auto, Keyword.Refresh) ? view with { AutoRefresh = ParseYesOrNo() }
            : Accept(Keyword.Owner, Keyword.To) ? view with { Owner = ParseIdentifier() }
            : Accept(Keyword.Row, Keyword.Level, Keyword.Security) ? view with { RowLevelSecurity = ParseOnOrOff() }
            : throw SyntaxError();
    }

    private bool ParseOnOrOff()
    {
        var isOn = Is(Keyword.On);
        if (!Accept(Keyword.On) && !Accept(Keyword.Off))
        {
            throw SyntaxError();
        }

        _ = Accept(Keyword.For, Keyword.Datashares);
        return isOn;
    }

    private AlterTableStatement ParseAlterTable(int position)
    {
        Advance();
        var ifExists = Accept(Keyword.If, Keyword.Exists);
        var isOnly = Accept(Keyword.Only);
        var table = ParseQualifiedName();
        return new AlterTableStatement(table, ParseList(ParseAlterTableAction)) { IfExists = ifExists, IsOnly = isOnly, Position = position };
    }

    private AlterTableAction ParseAlterTableAction()
    {
        var position = Position;
        return ParseBareAlterTableAction() with { Position = position };
    }

    private AlterTableAction ParseBareAlterTableAction()
    {
        switch (Current.Keyword)
        {
            case Keyword.Add:
                Advance();
                return ParseAddAction();
            case Keyword.Drop:
                Advance();
                return ParseDropAction();
            case Keyword.Rename:
                Advance();
                return ParseRenameAction();
            case Keyword.Alter:
                Advance();
                return ParseAlterAction();
            case Keyword.Owner when PeekKeyword(1) == Keyword.To:
                _index += 2;
                return new OwnerToAction(ParseIdentifier());
            case Keyword.Append when PeekKeyword(1) == Keyword.From:
                _index += 2;
                return new AppendFromAction(
                    ParseQualifiedName(),
                    Accept(Keyword.Ignoreextra) ? AppendOption.IgnoreExtra : Accept(Keyword.Filltarget) ? AppendOption.FillTarget : null);
            case Keyword.Row when PeekKeyword(1) == Keyword.Level && PeekKeyword(2) == Keyword.Security:
                _index += 3;
                return new RowLevelSecurityAction(ParseOnOrOff());
            default:
                return ParseOtherAction();
        }
    }

    private AlterTableAction ParseAddAction()
    {
        if (Is(Keyword.Partition) || Is(Keyword.If, Keyword.Not, Keyword.Exists) && PeekKeyword(3) == Keyword.Partition)
        {
            SkipAction();
            return new OtherAlterTableAction("ADD PARTITION");
        }

        if (!Is(Keyword.Column) && TryParseTableConstraint() is { } constraint)
        {
            return new AddConstraintAction(constraint);
        }

        Accept(Keyword.Column);
        var ifNotExists = Accept(Keyword.If, Keyword.Not, Keyword.Exists);
        return new AddColumnAction(ParseColumnDefinition()) { IfNotExists = ifNotExists };
    }

    private AlterTableAction ParseDropAction()
    {
        if (Is(Keyword.Partition))
        {
            SkipAction();
            return new OtherAlterTableAction("DROP PARTITION");
        }

        var isConstraint = Accept(Keyword.Constraint);
        if (!isConstraint)
        {
            Accept(Keyword.Column);
        }

        var ifExists = Accept(Keyword.If, Keyword.Exists);
        var name = ParseIdentifier();
        var behavior = ParseOptionalDropBehavior();
        return isConstraint
            ? new DropConstraintAction(name, behavior) { IfExists = ifExists }
            : new DropColumnAction(name, behavior) { IfExists = ifExists };
    }

    private AlterTableAction ParseRenameAction()
    {
        if (Accept(Keyword.To))
        {
            return new RenameToAction(ParseIdentifier());
        }

        var isConstraint = Accept(Keyword.Constraint);
        if (!isConstraint)
        {
            Accept(Keyword.Column);
        }

        var name = ParseIdentifier();
        Expect(Keyword.To);
        return isConstraint ? new RenameConstraintAction(name, ParseIdentifier()) : new RenameColumnAction(name, ParseIdentifier());
    }

    private AlterTableAction ParseAlterAction()
    {
        switch (Current.Keyword)
        {
            case Keyword.Distkey:
                Advance();
                return new AlterDistKeyAction(ParseIdentifier());
            case Keyword.Diststyle:
                Advance();
                var style = ParseDistributionStyle();
                return new AlterDistStyleAction(style, style == DistributionStyle.Key && Accept(Keyword.Distkey) ? ParseIdentifier() : null);
            case Keyword.Encode when PeekKeyword(1) == Keyword.Auto:
                _index += 2;
                return new AlterEncodeAutoAction();
            case Keyword.Compound or Keyword.Interleaved when PeekKeyword(1) == Keyword.Sortkey:
                var kind = Is(Keyword.Compound) ? SortKeyKind.Compound : SortKeyKind.Interleaved;
                _index += 2;
                return new AlterSortKeyAction(kind, ParseIdentifiersInParentheses());
            case Keyword.Sortkey:
                Advance();
                return Accept(Keyword.Auto) ? new AlterSortKeyAction(SortKeyKind.Auto, [])
                    : Accept(Keyword.None) ? new AlterSortKeyAction(SortKeyKind.None, [])
                    : new AlterSortKeyAction(SortKeyKind.Unspecified, ParseIdentifiersInParentheses());
            default:
                Accept(Keyword.Column);
                return ParseAlterColumn(ParseIdentifier());
        }
    }

    private AlterTableAction ParseAlterColumn(Identifier column)
    {
        if (Accept(Keyword.Type) || Accept(Keyword.Set, Keyword.Data, Keyword.Type))
        {
            var type = ParseTypeName();
            return new AlterColumnTypeAction(column, type) { Using = Accept(Keyword.Using) ? ParseExpression() : null };
        }

        if (Accept(Keyword.Encode))
        {
            return new AlterColumnEncodeAction(column, ParseLabel());
        }

        if (Accept(Keyword.Set, Keyword.Default))
        {
            return new AlterColumnDefaultAction(column, ParseExpression());
        }

        if (Accept(Keyword.Drop, Keyword.Default))
        {
            return new AlterColumnDefaultAction(column, null);
        }

        if (Is(Keyword.Set, Keyword.Not, Keyword.Null) || Is(Keyword.Drop, Keyword.Not, Keyword.Null))
        {
            var isNullable = Is(Keyword.Drop);
            _index += 3;
            return new AlterColumnNullAction(column, isNullable);
        }

        if (Current.Keyword is Keyword.Add or Keyword.Set or Keyword.Drop or Keyword.Reset or Keyword.Restart)
        {
            SkipAction();
            return new OtherAlterTableAction("ALTER COLUMN");
        }

        throw SyntaxError();
    }

    // Two words name the action; the rest up to the next comma outside parentheses is skipped.
    private OtherAlterTableAction ParseOtherAction()
    {
        if (Current.Keyword is not (Keyword.Set or Keyword.Partition or Keyword.Enable or Keyword.Disable or Keyword.Cluster or Keyword.Inherit
            or Keyword.No or Keyword.Validate or Keyword.Replica or Keyword.Reset or Keyword.Force or Keyword.Attach or Keyword.Detach))
        {
            throw SyntaxError();
        }

        var name = Is(Keyword.Set) && Peek(1).Kind == SqlTokenKind.Word ? $"{ParseUpperWord()} {ParseUpperWord()}" : ParseUpperWord();
        SkipAction();
        return new OtherAlterTableAction(name);
    }

    private void SkipAction()
    {
        while (Current.Kind != SqlTokenKind.End && !Is(';') && !Is(','))
        {
            if (Is('('))
            {
                SkipParentheses();
            }
            else
            {
                Advance();
            }
        }
    }
}
