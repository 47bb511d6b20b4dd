using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlPrinter
{
    private void PrintCreateTable(CreateTableStatement create)
    {
        Append("CREATE ");
        PrintPersistence(create.Persistence);
        Append(create.IfNotExists ? "TABLE IF NOT EXISTS " : "TABLE ");
        PrintName(create.Name.Parts);
        Append(" ");
        PrintInParentheses(create.Elements);
        PrintTableAttributes(create.Attributes);
    }

    private void PrintCreateTableAs(CreateTableAsStatement create)
    {
        Append("CREATE ");
        PrintPersistence(create.Persistence);
        Append(create.IfNotExists ? "TABLE IF NOT EXISTS " : "TABLE ");
        PrintName(create.Name.Parts);
        PrintOptionalInParentheses(create.Columns);
        PrintTableAttributes(create.Attributes);
        Append(" AS ");
        PrintQuery(create.Query);
        AppendIf(create.WithData == true, " WITH DATA");
        AppendIf(create.WithData == false, " WITH NO DATA");
    }

    private void PrintTableAttributes(IReadOnlyList<TableAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            Append(" ");
            PrintTableAttribute(attribute);
        }
    }

    private void PrintTableElement(TableElement element)
    {
        switch (element)
        {
            case ColumnDefinition column:
                PrintIdentifier(column.Name.Name);
                Append(" ");
                PrintType(column.Type);
                foreach (var attribute in column.Attributes)
                {
                    Append(" ");
                    PrintColumnAttribute(attribute);
                }

                break;
            case LikeElement like:
                Append("LIKE ");
                PrintName(like.Parent.Parts);
                foreach (var option in like.Options)
                {
                    Append(option.IsIncluded ? " INCLUDING " : " EXCLUDING ").Append(option.Name);
                }

                break;
            case TableConstraint constraint:
                PrintTableConstraint(constraint);
                break;
        }
    }

    private void PrintTableConstraint(TableConstraint constraint)
    {
        PrintConstraintName(constraint.Name);
        switch (constraint)
        {
            case PrimaryKeyConstraint key:
                Append("PRIMARY KEY ");
                PrintInParentheses(key.Columns);
                break;
            case UniqueConstraint unique:
                Append("UNIQUE ");
                PrintInParentheses(unique.Columns);
                break;
            case ForeignKeyConstraint key:
                Append("FOREIGN KEY ");
                PrintInParentheses(key.Columns);
                Append(" ");
                PrintReference(key.Reference);
                break;
            case CheckConstraint check:
                Append("CHECK ");
                PrintInParentheses([check.Condition]);
                break;
        }
    }

    private void PrintConstraintName(Identifier? name)
    {
        if (name is not null)
        {
            Append("CONSTRAINT ");
            PrintIdentifier(name.Name);
            Append(" ");
        }
    }

    private void PrintReference(ForeignKeyReference reference)
    {
        Append("REFERENCES ");
        PrintName(reference.Table.Parts);
        PrintOptionalInParentheses(reference.Columns);
        foreach (var action in reference.Actions)
        {
            Append(" ").Append(action);
        }
    }

    private void PrintColumnAttribute(ColumnAttribute attribute)
    {
        PrintConstraintName(attribute.ConstraintName);
        switch (attribute)
        {
            case DefaultAttribute value:
                Append("DEFAULT ");
                PrintPlainExpression(value.Value);
                break;
            case IdentityAttribute identity:
                PrintIdentity(identity);
                break;
            case EncodeAttribute encode:
                Append("ENCODE ");
                PrintWord(encode.Encoding);
                break;
            case DistKeyAttribute:
                Append("DISTKEY");
                break;
            case SortKeyAttribute:
                Append("SORTKEY");
                break;
            case CollateAttribute collate:
                Append("COLLATE ");
                PrintName(collate.Collation.Parts);
                break;
            case NotNullAttribute:
                Append("NOT NULL");
                break;
            case NullAttribute:
                Append("NULL");
                break;
            case UniqueAttribute:
                Append("UNIQUE");
                break;
            case PrimaryKeyAttribute:
                Append("PRIMARY KEY");
                break;
            case ReferencesAttribute references:
                PrintReference(references.Reference);
                break;
            case CheckAttribute check:
                Append("CHECK ");
                PrintInParentheses([check.Condition]);
                break;
            case ComputedAttribute computed:
                Append("GENERATED ALWAYS AS ");
                PrintInParentheses([computed.Value]);
                Append(" STORED");
                break;
        }
    }

    private void PrintIdentity(IdentityAttribute identity)
    {
        Append(
            identity.Kind switch
            {
                IdentityKind.ByDefault => "GENERATED BY DEFAULT AS IDENTITY",
                IdentityKind.GeneratedAlways => "GENERATED ALWAYS AS IDENTITY",
                _ => "IDENTITY"
            });
        switch (identity)
        {
            case { Seed: { } seed, Step: { } step }:
                Append("(").Append(seed).Append(", ").Append(step).Append(")");
                break;
            case { Seed: { } seed }:
                Append("(START WITH ").Append(seed).Append(")");
                break;
            case { Step: { } step }:
                Append("(INCREMENT BY ").Append(step).Append(")");
                break;
        }
    }

    private void PrintTableAttribute(TableAttribute attribute)
    {
        switch (attribute)
        {
            case BackupAttribute backup:
                Append(backup.IsOn ? "BACKUP YES" : "BACKUP NO");
                break;
            case DistStyleTableAttribute style:
                Append("DISTSTYLE ").Append(style.Style.ToString().ToUpperInvariant());
                break;
            case DistKeyTableAttribute key:
                Append("DISTKEY ");
                PrintInParentheses([key.Column]);
                break;
            case SortKeyTableAttribute key:
                PrintSortKey(key.Kind, key.Columns);
                break;
            case EncodeAutoTableAttribute:
                Append("ENCODE AUTO");
                break;
            case AutoRefreshAttribute refresh:
                Append(refresh.IsOn ? "AUTO REFRESH YES" : "AUTO REFRESH NO");
                break;
            case UnsupportedTableAttribute unsupported:
                Append(unsupported.Name);
                break;
        }
    }

    private void PrintSortKey(SortKeyKind kind, IReadOnlyList<Identifier> columns)
    {
        Append(
            kind switch
            {
                SortKeyKind.Compound => "COMPOUND SORTKEY",
                SortKeyKind.Interleaved => "INTERLEAVED SORTKEY",
                SortKeyKind.Auto => "SORTKEY AUTO",
                SortKeyKind.None => "SORTKEY NONE",
                _ => "SORTKEY"
            });
        PrintOptionalInParentheses(columns);
    }

    private void PrintAlterTable(AlterTableStatement alter)
    {
        Append(alter.IfExists ? "ALTER TABLE IF EXISTS " : "ALTER TABLE ");
        AppendIf(alter.IsOnly, "ONLY ");
        PrintName(alter.Table.Parts);
        Append(" ");
        PrintList(alter.Actions);
    }

    private void PrintAlterTableAction(AlterTableAction action)
    {
        switch (action)
        {
            case AddColumnAction add:
                Append(add.IfNotExists ? "ADD COLUMN IF NOT EXISTS " : "ADD COLUMN ");
                PrintTableElement(add.Column);
                break;
            case DropColumnAction drop:
                Append(drop.IfExists ? "DROP COLUMN IF EXISTS " : "DROP COLUMN ");
                PrintIdentifier(drop.Column.Name);
                PrintBehavior(drop.Behavior);
                break;
            case AddConstraintAction add:
                Append("ADD ");
                PrintTableConstraint(add.Constraint);
                break;
            case DropConstraintAction drop:
                Append(drop.IfExists ? "DROP CONSTRAINT IF EXISTS " : "DROP CONSTRAINT ");
                PrintIdentifier(drop.Name.Name);
                PrintBehavior(drop.Behavior);
                break;
            case OwnerToAction owner:
                Append("OWNER TO ");
                PrintIdentifier(owner.Owner.Name);
                break;
            case RenameToAction rename:
                Append("RENAME TO ");
                PrintIdentifier(rename.Name.Name);
                break;
            case RenameColumnAction rename:
                Append("RENAME COLUMN ");
                PrintIdentifier(rename.Column.Name);
                Append(" TO ");
                PrintIdentifier(rename.NewName.Name);
                break;
            case RenameConstraintAction rename:
                Append("RENAME CONSTRAINT ");
                PrintIdentifier(rename.Constraint.Name);
                Append(" TO ");
                PrintIdentifier(rename.NewName.Name);
                break;
            case RowLevelSecurityAction security:
                Append(security.IsOn ? "ROW LEVEL SECURITY ON" : "ROW LEVEL SECURITY OFF");
                break;
            case AppendFromAction append:
                Append("APPEND FROM ");
                PrintName(append.Source.Parts);
                AppendIf(append.Option == AppendOption.IgnoreExtra, " IGNOREEXTRA");
                AppendIf(append.Option == AppendOption.FillTarget, " FILLTARGET");
                break;
            case OtherAlterTableAction other:
                Append(other.Name);
                break;
            default:
                PrintAlterColumn(action);
                break;
        }
    }

    private void PrintAlterColumn(AlterTableAction action)
    {
        switch (action)
        {
            case AlterColumnTypeAction alter:
                Append("ALTER COLUMN ");
                PrintIdentifier(alter.Column.Name);
                Append(" TYPE ");
                PrintType(alter.Type);
                PrintOptional(" USING ", alter.Using);
                break;
            case AlterColumnEncodeAction alter:
                Append("ALTER COLUMN ");
                PrintIdentifier(alter.Column.Name);
                Append(" ENCODE ");
                PrintWord(alter.Encoding);
                break;
            case AlterColumnDefaultAction alter:
                Append("ALTER COLUMN ");
                PrintIdentifier(alter.Column.Name);
                Append(alter.Value is null ? " DROP DEFAULT" : " SET DEFAULT ");
                PrintOptional("", alter.Value);
                break;
            case AlterColumnNullAction alter:
                Append("ALTER COLUMN ");
                PrintIdentifier(alter.Column.Name);
                Append(alter.IsNullable ? " DROP NOT NULL" : " SET NOT NULL");
                break;
            case AlterEncodeAutoAction:
                Append("ALTER ENCODE AUTO");
                break;
            case AlterDistKeyAction alter:
                Append("ALTER DISTKEY ");
                PrintIdentifier(alter.Column.Name);
                break;
            case AlterDistStyleAction alter:
                Append("ALTER DISTSTYLE ").Append(alter.Style.ToString().ToUpperInvariant());
                PrintOptional(" DISTKEY ", alter.Key);
                break;
            case AlterSortKeyAction alter:
                Append("ALTER ");
                PrintSortKey(alter.Kind, alter.Columns);
                break;
        }
    }

    private void PrintBehavior(DropBehavior? behavior)
    {
        AppendIf(behavior == DropBehavior.Cascade, " CASCADE");
        AppendIf(behavior == DropBehavior.Restrict, " RESTRICT");
    }

    private void PrintCreateView(CreateViewStatement create)
    {
        Append(create.OrReplace ? "CREATE OR REPLACE " : "CREATE ");
        AppendIf(create.IsTemporary, "TEMPORARY ");
        AppendIf(create.IsRecursive, "RECURSIVE ");
        Append("VIEW ");
        PrintName(create.Name.Parts);
        PrintOptionalInParentheses(create.Columns);
        Append(" AS ");
        PrintQuery(create.Query);
        AppendIf(create.NoSchemaBinding, " WITH NO SCHEMA BINDING");
        AppendIf(create.WithCheckOption, " WITH CHECK OPTION");
    }

    private void PrintCreateMaterializedView(CreateMaterializedViewStatement create)
    {
        Append(create.IfNotExists ? "CREATE MATERIALIZED VIEW IF NOT EXISTS " : "CREATE MATERIALIZED VIEW ");
        PrintName(create.Name.Parts);
        PrintOptionalInParentheses(create.Columns);
        PrintTableAttributes(create.Attributes);
        Append(" AS ");
        PrintQuery(create.Query);
    }

    private void PrintCreateSchema(CreateSchemaStatement create)
    {
        Append(create.IfNotExists ? "CREATE SCHEMA IF NOT EXISTS" : "CREATE SCHEMA");
        PrintOptional(" ", create.Name);
        PrintOptional(" AUTHORIZATION ", create.Authorization);
        PrintQuota(create.Quota);
        foreach (var element in create.Elements)
        {
            Append(" ");
            PrintStatement(element);
        }
    }

    private void PrintQuota(SchemaQuota? quota)
    {
        if (quota is null)
        {
            return;
        }

        if (quota.Size is { } size)
        {
            Append(" QUOTA ").Append(size);
            AppendIf(quota.Unit is not null, " " + quota.Unit);
        }
        else
        {
            Append(" QUOTA UNLIMITED");
        }
    }

    private void PrintDatabaseOptions(IReadOnlyList<DatabaseOption> options)
    {
        foreach (var option in options)
        {
            Append(" ").Append(option.Name).Append(" ");
            if (option.Name is "CONNECTION LIMIT" && option.Value.All(c => char.IsAsciiDigit(c) || c == '-'))
            {
                Append(option.Value);
            }
            else
            {
                PrintWord(option.Value);
            }
        }
    }

    private void PrintDrop(DropStatement drop)
    {
        Append("DROP ");
        PrintObjectKind(drop.Kind);
        AppendIf(drop.Option == "CONCURRENTLY", " CONCURRENTLY");
        Append(drop.IfExists ? " IF EXISTS " : " ");
        PrintList(drop.Names);
        if (drop.ArgumentTypes is not null)
        {
            PrintInParentheses(drop.ArgumentTypes);
        }

        PrintOptional(" ON ", drop.OnTable);
        AppendIf(drop.DropExternalDatabase, " DROP EXTERNAL DATABASE");
        AppendIf(drop.Option == "FORCE", drop.Kind == ObjectKind.Database ? " WITH (FORCE)" : " FORCE");
        PrintBehavior(drop.Behavior);
    }

    private void PrintObjectKind(ObjectKind kind)
        => Append(
            kind switch
            {
                ObjectKind.MaterializedView => "MATERIALIZED VIEW",
                ObjectKind.ExternalTable => "EXTERNAL TABLE",
                ObjectKind.ExternalView => "EXTERNAL VIEW",
                _ => kind.ToString().ToUpperInvariant()
            });
}
