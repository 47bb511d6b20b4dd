using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlPrinter
{
    private void PrintStatement(Statement statement)
    {
        StackGuard.Check();
        switch (statement)
        {
            case Query query:
                PrintQuery(query);
                break;
            case InsertStatement insert:
                PrintInsert(insert);
                break;
            case UpdateStatement update:
                PrintUpdate(update);
                break;
            case DeleteStatement delete:
                PrintDelete(delete);
                break;
            case MergeStatement merge:
                PrintMerge(merge);
                break;
            case TruncateStatement truncate:
                Append("TRUNCATE TABLE ");
                PrintList(truncate.Tables);
                PrintWords(truncate.Options);
                break;
            case LockStatement locking:
                Append("LOCK TABLE ");
                PrintList(locking.Tables);
                AppendIf(locking.Mode is not null, $" IN {locking.Mode} MODE");
                AppendIf(locking.NoWait, " NOWAIT");
                break;
            case CallStatement call:
                Append("CALL ");
                PrintExpression(call.Procedure);
                break;
            case CopyStatement copy:
                PrintCopy(copy);
                break;
            case UnloadStatement unload:
                PrintUnload(unload);
                break;
            case ClientCopyStatement copy:
                PrintClientCopy(copy);
                break;
            case UnsupportedStatement unsupported:
                Append(unsupported.Command);
                break;
            default:
                PrintDefinition(statement);
                break;
        }
    }

    private void PrintDefinition(Statement statement)
    {
        switch (statement)
        {
            case CreateTableStatement create:
                PrintCreateTable(create);
                break;
            case CreateTableAsStatement create:
                PrintCreateTableAs(create);
                break;
            case AlterTableStatement alter:
                PrintAlterTable(alter);
                break;
            case CreateViewStatement create:
                PrintCreateView(create);
                break;
            case CreateMaterializedViewStatement create:
                PrintCreateMaterializedView(create);
                break;
            case RefreshMaterializedViewStatement refresh:
                Append(refresh.IsConcurrent ? "REFRESH MATERIALIZED VIEW CONCURRENTLY " : "REFRESH MATERIALIZED VIEW ");
                PrintName(refresh.Name.Parts);
                PrintBehavior(refresh.Behavior);
                break;
            case AlterMaterializedViewStatement alter:
                Append("ALTER MATERIALIZED VIEW ");
                PrintName(alter.Name.Parts);
                PrintOptional(" OWNER TO ", alter.Owner);
                AppendIf(alter.AutoRefresh is not null, alter.AutoRefresh == true ? " AUTO REFRESH YES" : " AUTO REFRESH NO");
                AppendIf(
                    alter.RowLevelSecurity is not null, alter.RowLevelSecurity == true ? " ROW LEVEL SECURITY ON" : " ROW LEVEL SECURITY OFF");
                break;
            case CreateSchemaStatement create:
                PrintCreateSchema(create);
                break;
            case AlterSchemaStatement alter:
                Append("ALTER SCHEMA ");
                PrintIdentifier(alter.Name.Name);
                PrintOptional(" RENAME TO ", alter.NewName);
                PrintOptional(" OWNER TO ", alter.Owner);
                PrintQuota(alter.Quota);
                break;
            case CreateDatabaseStatement create:
                Append("CREATE DATABASE ");
                PrintIdentifier(create.Name.Name);
                AppendIf(create.Options.Count > 0, " WITH");
                PrintDatabaseOptions(create.Options);
                break;
            case AlterDatabaseStatement alter:
                Append("ALTER DATABASE ");
                PrintIdentifier(alter.Name.Name);
                PrintDatabaseOptions(alter.Options);
                break;
            case DropStatement drop:
                PrintDrop(drop);
                break;
            case CommentStatement comment:
                Append("COMMENT ON ");
                PrintObjectKind(comment.Kind);
                Append(" ");
                PrintName(comment.Name.Parts);
                PrintOptional(" ON ", comment.OnTable);
                Append(" IS ");
                AppendIf(comment.Text is null, "NULL");
                PrintOptional("", comment.Text);
                break;
            case CreateExternalSchemaStatement create:
                Append(create.IfNotExists ? "CREATE EXTERNAL SCHEMA IF NOT EXISTS " : "CREATE EXTERNAL SCHEMA ");
                PrintIdentifier(create.Name.Name);
                Append(" FROM ").Append(create.Definition);
                break;
            case CreateExternalTableStatement create:
                PrintCreateExternalTable(create);
                break;
            default:
                PrintSession(statement);
                break;
        }
    }

    private void PrintSession(Statement statement)
    {
        switch (statement)
        {
            case BeginStatement begin:
                Append(begin.IsStartTransaction ? "START TRANSACTION" : "BEGIN");
                PrintMode(begin.Mode);
                break;
            case CommitStatement:
                Append("COMMIT");
                break;
            case RollbackStatement:
                Append("ROLLBACK");
                break;
            case SavepointStatement savepoint:
                Append(
                    savepoint.Action switch
                    {
                        SavepointAction.Save => "SAVEPOINT ",
                        SavepointAction.Release => "RELEASE SAVEPOINT ",
                        _ => "ROLLBACK TO SAVEPOINT "
                    });
                PrintIdentifier(savepoint.Name.Name);
                break;
            case SetTransactionStatement set:
                Append(set.IsSession ? "SET SESSION CHARACTERISTICS AS TRANSACTION" : "SET TRANSACTION");
                PrintMode(set.Mode);
                break;
            case SetStatement set:
                Append(set.IsLocal ? "SET LOCAL " : "SET ");
                PrintSettingName(set.Name);
                Append(" TO ");
                AppendIf(set.Values.Count == 0, "DEFAULT");
                PrintList(set.Values);
                break;
            case SetSessionAuthorizationStatement set:
                Append(set.IsLocal ? "SET LOCAL SESSION AUTHORIZATION " : "SET SESSION AUTHORIZATION ");
                if (set.Name is null)
                {
                    Append("DEFAULT");
                }
                else
                {
                    PrintText(set.Name);
                }

                break;
            case ResetStatement reset:
                Append("RESET ");
                PrintSettingNameOrAll(reset.Name);
                break;
            case ShowStatement show:
                Append("SHOW ");
                PrintSettingNameOrAll(show.Name);
                break;
            case ShowObjectStatement show:
                PrintShowObject(show);
                break;
            case PrepareStatement prepare:
                Append("PREPARE ");
                PrintIdentifier(prepare.Name.Name);
                PrintOptionalInParentheses(prepare.ParameterTypes);
                Append(" AS ");
                PrintStatement(prepare.Body);
                break;
            case ExecuteStatement execute:
                Append("EXECUTE ");
                PrintIdentifier(execute.Name.Name);
                PrintOptionalInParentheses(execute.Arguments);
                break;
            case DeallocateStatement deallocate:
                Append("DEALLOCATE ");
                AppendIf(deallocate.Name is null, "ALL");
                PrintOptional("", deallocate.Name);
                break;
            case ExplainStatement explain:
                PrintExplain(explain);
                break;
            default:
                PrintCursorStatement(statement);
                break;
        }
    }

    private void PrintCursorStatement(Statement statement)
    {
        switch (statement)
        {
            case DeclareCursorStatement declare:
                Append("DECLARE ");
                PrintIdentifier(declare.Name.Name);
                PrintWords(declare.Options.Where(option => !option.EndsWith(" HOLD", StringComparison.Ordinal)));
                Append(" CURSOR");
                PrintWords(declare.Options.Where(option => option.EndsWith(" HOLD", StringComparison.Ordinal)));
                Append(" FOR ");
                PrintQuery(declare.Query);
                break;
            case FetchStatement fetch:
                PrintFetchStatement(fetch);
                break;
            case CloseStatement close:
                Append("CLOSE ");
                AppendIf(close.Cursor is null, "ALL");
                PrintOptional("", close.Cursor);
                break;
            default:
                PrintAdministration(statement);
                break;
        }
    }

    private void PrintAdministration(Statement statement)
    {
        switch (statement)
        {
            case AnalyzeStatement analyze:
                Append("ANALYZE");
                AppendIf(analyze.IsCompression, " COMPRESSION");
                AppendIf(analyze.IsVerbose, " VERBOSE");
                PrintOptional(" ", analyze.Table);
                PrintOptionalInParentheses(analyze.Columns);
                AppendIf(analyze.Option is not null, " " + analyze.Option);
                break;
            case VacuumStatement vacuum:
                PrintVacuum(vacuum);
                break;
            case CancelStatement cancel:
                Append("CANCEL ");
                PrintExpression(cancel.ProcessId);
                PrintOptional(" ", cancel.Message);
                break;
            case GrantStatement grant:
                Append("GRANT ");
                PrintList(grant.Privileges);
                PrintGrantTarget(grant.Target);
                PrintOptionalList(" TO ", grant.Grantees);
                AppendIf(grant.WithOption, grant.Target is null ? " WITH ADMIN OPTION" : " WITH GRANT OPTION");
                break;
            case RevokeStatement revoke:
                Append("REVOKE ");
                AppendIf(revoke.OptionOnly, revoke.Target is null ? "ADMIN OPTION FOR " : "GRANT OPTION FOR ");
                PrintList(revoke.Privileges);
                PrintGrantTarget(revoke.Target);
                PrintOptionalList(" FROM ", revoke.Grantees);
                PrintBehavior(revoke.Behavior);
                break;
            case CreateUserStatement user:
                Append("CREATE USER ");
                PrintIdentifier(user.Name.Name);
                PrintUserOptions(user.Options);
                break;
            case AlterUserStatement user:
                Append("ALTER USER ");
                PrintIdentifier(user.Name.Name);
                PrintUserOptions(user.Options);
                break;
            case CreateGroupStatement group:
                Append("CREATE GROUP ");
                PrintIdentifier(group.Name.Name);
                PrintOptionalList(" WITH USER ", group.Users);
                break;
            case AlterGroupStatement group:
                Append("ALTER GROUP ");
                PrintIdentifier(group.Name.Name);
                Append(group.Action switch { AlterGroupAction.AddUser => " ADD USER ", AlterGroupAction.DropUser => " DROP USER ", _ => " RENAME TO " });
                PrintList(group.Names);
                break;
            case CreateRoleStatement role:
                Append("CREATE ROLE ");
                PrintIdentifier(role.Name.Name);
                PrintTextOption("EXTERNALID", role.ExternalId);
                break;
            default:
                throw new ArgumentException($"The printer does not know a {statement}.", nameof(statement));
        }
    }

    private void PrintWords(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            Append(" ").Append(word);
        }
    }

    private void PrintStatementWith(WithClause? with)
    {
        if (with is not null)
        {
            PrintWith(with);
            Append(" ");
        }
    }

    private void PrintInsert(InsertStatement insert)
    {
        PrintStatementWith(insert.With);
        Append("INSERT INTO ");
        PrintName(insert.Table.Parts);
        PrintOptional(" AS ", insert.Alias);
        PrintOptionalInParentheses(insert.Columns);
        AppendIf(insert.Overriding is not null, $" OVERRIDING {insert.Overriding} VALUE");
        Append(" ");
        if (insert.Source is null)
        {
            Append("DEFAULT VALUES");
        }
        else
        {
            PrintQuery(insert.Source);
        }

        PrintOnConflict(insert.OnConflict);
        PrintReturning(insert.Returning);
    }

    private void PrintOnConflict(OnConflictClause? conflict)
    {
        if (conflict is null)
        {
            return;
        }

        Append(" ON CONFLICT");
        PrintOptionalInParentheses(conflict.Target);
        PrintOptional(" WHERE ", conflict.TargetWhere);
        PrintOptional(" ON CONSTRAINT ", conflict.Constraint);
        Append(conflict.Assignments.Count == 0 ? " DO NOTHING" : " DO UPDATE SET ");
        PrintList(conflict.Assignments);
        PrintOptional(" WHERE ", conflict.Where);
    }

    private void PrintReturning(ReturningClause? returning)
    {
        if (returning is not null)
        {
            PrintOptionalList(" RETURNING ", returning.Items);
        }
    }

    private void PrintUpdate(UpdateStatement update)
    {
        PrintStatementWith(update.With);
        Append(update.IsOnly ? "UPDATE ONLY " : "UPDATE ");
        PrintName(update.Table.Parts);
        PrintOptional(" AS ", update.Alias);
        PrintOptionalList(" SET ", update.Assignments);
        PrintOptionalList(" FROM ", update.From);
        PrintOptional(" WHERE ", update.Where);
        PrintReturning(update.Returning);
    }

    private void PrintAssignment(Assignment assignment)
    {
        if (assignment.Targets is [var target])
        {
            PrintName(target.Parts);
        }
        else
        {
            PrintInParentheses(assignment.Targets);
        }

        Append(" = ");
        PrintExpression(assignment.Value);
    }

    private void PrintDelete(DeleteStatement delete)
    {
        PrintStatementWith(delete.With);
        Append(delete.HasFrom ? "DELETE FROM " : "DELETE ");
        AppendIf(delete.IsOnly, "ONLY ");
        PrintName(delete.Table.Parts);
        PrintOptional(" AS ", delete.Alias);
        PrintOptionalList(" USING ", delete.Using);
        PrintOptional(" WHERE ", delete.Where);
        PrintReturning(delete.Returning);
    }

    private void PrintMerge(MergeStatement merge)
    {
        PrintStatementWith(merge.With);
        Append("MERGE INTO ");
        PrintName(merge.Target.Parts);
        PrintOptional(" AS ", merge.TargetAlias);
        Append(" USING ");
        PrintTable(merge.Source);
        Append(" ON ");
        PrintExpression(merge.On);
        AppendIf(merge.RemoveDuplicates, " REMOVE DUPLICATES");
        foreach (var branch in merge.Branches)
        {
            Append(branch.IsMatched ? " WHEN MATCHED" : " WHEN NOT MATCHED");
            PrintOptional(" AND ", branch.Condition);
            Append(" THEN ");
            switch (branch)
            {
                case MergeUpdate update:
                    PrintOptionalList("UPDATE SET ", update.Assignments);
                    break;
                case MergeDelete:
                    Append("DELETE");
                    break;
                case MergeInsert insert:
                    Append("INSERT");
                    PrintOptionalInParentheses(insert.Columns);
                    Append(" VALUES ");
                    PrintInParentheses(insert.Values);
                    break;
                default:
                    Append("DO NOTHING");
                    break;
            }
        }
    }

    private void PrintCreateExternalTable(CreateExternalTableStatement create)
    {
        Append("CREATE EXTERNAL TABLE ");
        PrintName(create.Name.Parts);
        PrintOptionalInParentheses(create.Columns);
        if (create.Partitions.Count > 0)
        {
            Append(" PARTITIONED BY");
            PrintOptionalInParentheses(create.Partitions);
        }

        AppendIf(create.Attributes.Length > 0, " " + create.Attributes);
        PrintOptional(" AS ", create.Query);
    }

    private void PrintMode(TransactionMode mode)
    {
        Append(
            mode.Isolation switch
            {
                IsolationLevel.ReadUncommitted => " ISOLATION LEVEL READ UNCOMMITTED",
                IsolationLevel.ReadCommitted => " ISOLATION LEVEL READ COMMITTED",
                IsolationLevel.RepeatableRead => " ISOLATION LEVEL REPEATABLE READ",
                IsolationLevel.Serializable => " ISOLATION LEVEL SERIALIZABLE",
                _ => ""
            });
        AppendIf(mode.IsReadOnly is not null, mode.IsReadOnly == true ? " READ ONLY" : " READ WRITE");
        AppendIf(mode.IsDeferrable is not null, mode.IsDeferrable == true ? " DEFERRABLE" : " NOT DEFERRABLE");
    }

    private void PrintSettingName(string name)
    {
        var parts = name.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            AppendIf(i > 0, ".");
            if (Keywords.Find(parts[i]) == Keyword.NoKeyword)
            {
                PrintWord(parts[i]);
            }
            else
            {
                PrintIdentifier(parts[i]);
            }
        }
    }

    private void PrintSettingNameOrAll(string? name)
    {
        if (name is null)
        {
            Append("ALL");
        }
        else
        {
            PrintSettingName(name);
        }
    }

    private void PrintShowObject(ShowObjectStatement show)
    {
        Append("SHOW ").Append(show.Kind);
        if (show.Name is not null)
        {
            Append(show.Kind switch { "SCHEMAS" or "TABLES" or "COLUMNS" => " FROM ", "GRANTS" => " ON ", _ => " " });
            Append(show.Kind switch { "SCHEMAS" => "DATABASE ", "TABLES" => "SCHEMA ", "COLUMNS" or "GRANTS" => "TABLE ", _ => "" });
            PrintName(show.Name.Parts);
        }

        PrintOptional(" LIKE ", show.Like);
        PrintOptional(" LIMIT ", show.Limit);
    }

    private void PrintExplain(ExplainStatement explain)
    {
        Append("EXPLAIN ");
        if (explain.Options.Count > 0)
        {
            Append("(").Append(string.Join(", ", explain.Options)).Append(") ");
        }

        AppendIf(explain.IsAnalyze, "ANALYZE ");
        AppendIf(explain.IsVerbose, "VERBOSE ");
        PrintStatement(explain.Body);
    }

    private void PrintFetchStatement(FetchStatement fetch)
    {
        Append(fetch.IsMove ? "MOVE " : "FETCH ");
        Append(
            fetch.Direction switch
            {
                FetchDirection.Count => "",
                FetchDirection.ForwardAll => "FORWARD ALL ",
                FetchDirection.BackwardAll => "BACKWARD ALL ",
                _ => fetch.Direction.ToString().ToUpperInvariant() + " "
            });
        if (fetch.Count is { } count)
        {
            Append(count).Append(" ");
        }

        Append("FROM ");
        PrintIdentifier(fetch.Cursor.Name);
    }

    private void PrintVacuum(VacuumStatement vacuum)
    {
        Append("VACUUM");
        Append(
            vacuum.Kind switch
            {
                VacuumKind.Full => " FULL",
                VacuumKind.SortOnly => " SORT ONLY",
                VacuumKind.DeleteOnly => " DELETE ONLY",
                VacuumKind.Reindex => " REINDEX",
                VacuumKind.Recluster => " RECLUSTER",
                _ => ""
            });
        PrintOptional(" ", vacuum.Table);
        if (vacuum.ToPercent is not null)
        {
            PrintOptional(" TO ", vacuum.ToPercent);
            Append(" PERCENT");
        }

        AppendIf(vacuum.Boost, " BOOST");
    }

    private void PrintPrivilege(Privilege privilege)
    {
        Append(privilege.Name);
        PrintOptional(" ", privilege.Role);
        PrintOptionalInParentheses(privilege.Columns);
    }

    private void PrintGrantTarget(GrantTarget? target)
    {
        if (target is null)
        {
            return;
        }

        Append(" ON ");
        if (target.IsAllInSchema)
        {
            Append("ALL ");
            PrintObjectKind(target.Kind);
            Append("S IN SCHEMA ");
        }
        else
        {
            PrintObjectKind(target.Kind);
            Append(" ");
        }

        for (var i = 0; i < target.Names.Count; i++)
        {
            AppendIf(i > 0, ", ");
            PrintName(target.Names[i].Parts);
            if (i < target.Arguments.Count)
            {
                PrintInParentheses(target.Arguments[i].Types);
            }
        }
    }

    private void PrintGrantee(Grantee grantee)
    {
        Append(grantee.Kind switch { GranteeKind.Public => "PUBLIC", GranteeKind.Group => "GROUP ", GranteeKind.Role => "ROLE ", _ => "" });
        PrintOptional("", grantee.Name);
    }

    private void PrintUserOptions(IReadOnlyList<UserOption> options)
    {
        foreach (var option in options)
        {
            Append(" ").Append(option.Name);
            switch (option)
            {
                case { Name: "PASSWORD", Value: null }:
                    Append(" DISABLE");
                    break;
                case { Value: null }:
                    break;
                case { Name: "PASSWORD" or "VALID UNTIL" or "EXTERNALID" }:
                    Append(" ");
                    PrintText(option.Value);
                    break;
                case { Name: "RENAME TO" or "OWNER TO" }:
                    Append(" ");
                    PrintIdentifier(option.Value);
                    break;
                default:
                    Append(" ").Append(option.Value);
                    break;
            }
        }
    }
}
