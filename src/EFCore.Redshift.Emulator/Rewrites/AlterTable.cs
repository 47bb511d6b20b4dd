using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     Actions on keys, distribution, sort order and encodings change what is noted about the table, and nothing else.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html
/// </summary>
internal sealed class AlterTable : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node is AlterTableStatement alter ? Rewrite(alter, context) : node;

    private static Statement Rewrite(AlterTableStatement alter, RewriteContext context)
    {
        var note = new TableNote(alter.Table);
        var isNoted = false;
        var actions = new List<AlterTableAction>();
        foreach (var action in alter.Actions)
        {
            switch (action)
            {
                case AddConstraintAction add:
                    note.Add(add.Constraint);
                    isNoted = true;
                    break;
                case AlterColumnEncodeAction encode:
                    note.Encoding(encode.Column.Name, encode.Encoding);
                    isNoted = true;
                    break;
                case AlterDistKeyAction key:
                    note.Distribution(DistributionStyle.Key, key.Column.Name);
                    isNoted = true;
                    break;
                case AlterDistStyleAction distribution:
                    note.Distribution(distribution.Style, distribution.Key?.Name);
                    isNoted = true;
                    break;
                case AlterSortKeyAction sortKey:
                    note.SortKey(sortKey.Kind, sortKey.Columns);
                    isNoted = true;
                    break;
                case AlterEncodeAutoAction or RowLevelSecurityAction:
                    isNoted = true;
                    break;
                case AddColumnAction add:
                    context.CallAfter("_note_change", NoteOf(alter.Table, add.Column).ToString());
                    actions.Add(add with { Column = CreateTable.WithoutNoted(add.Column) });
                    break;
                case DropConstraintAction drop:
                    context.CallBefore("_drop_constraint", note.ToString(), drop.Name.Name);
                    break;
                case DropColumnAction drop:
                    context.CallBefore("_check_drop_column", note.ToString(), drop.Column.Name);
                    actions.Add(drop);
                    break;
                case AppendFromAction append:
                    context.CallBefore("_append", note.ToString(), new TableNote(append.Source).ToString(), append.Option?.ToString());
                    break;
                default:
                    actions.Add(action);
                    break;
            }
        }

        if (isNoted)
        {
            context.CallBefore("_note_change", note.ToString());
        }

        context.CommandTag = alter.Actions is [AppendFromAction] ? "ALTER TABLE APPEND" : "ALTER TABLE";
        return actions.Count == 0 ? Emulated.Nothing : alter with { Actions = actions };
    }

    private static TableNote NoteOf(QualifiedName table, ColumnDefinition column)
    {
        var note = new TableNote(table);
        note.Add(column);
        return note;
    }
}
