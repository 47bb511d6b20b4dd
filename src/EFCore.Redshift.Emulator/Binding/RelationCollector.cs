using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Binding;

/// <summary>
///     Gathers every name of a statement that can be a relation, so that the catalogue is asked once. Names of common table expressions
///     and of paths into SUPER values are among them: a name too many does no harm.
/// </summary>
internal sealed class RelationCollector : SqlTreeVisitor
{
    private readonly HashSet<RelationName> _names = [];

    public static IReadOnlyCollection<RelationName> Collect(Statement statement)
    {
        var collector = new RelationCollector();
        collector.Visit(statement);
        return collector._names;
    }

    public override void Visit(SqlNode node)
    {
        switch (node)
        {
            case NamedTable table:
                Add(table.Name);
                break;
            case TableQuery query:
                Add(query.Table);
                break;
            case InsertStatement insert:
                Add(insert.Table);
                break;
            case UpdateStatement update:
                Add(update.Table);
                break;
            case DeleteStatement delete:
                Add(delete.Table);
                break;
            case MergeStatement merge:
                Add(merge.Target);
                break;
            case CopyStatement copy:
                Add(copy.Table);
                break;
            case AlterTableStatement alter:
                Add(alter.Table);
                foreach (var action in alter.Actions)
                {
                    if (action is AppendFromAction append)
                    {
                        Add(append.Source);
                    }
                }

                break;
            case LikeElement like:
                Add(like.Parent);
                break;
            case TruncateStatement truncate:
                AddAll(truncate.Tables);
                break;
            case LockStatement @lock:
                AddAll(@lock.Tables);
                break;
            case DropStatement { Kind: ObjectKind.Table or ObjectKind.View or ObjectKind.MaterializedView } drop:
                AddAll(drop.Names);
                break;
        }

        base.Visit(node);
    }

    private void AddAll(IReadOnlyList<QualifiedName> names)
    {
        foreach (var name in names)
        {
            Add(name);
        }
    }

    private void Add(QualifiedName name)
        => _names.Add(new RelationName(name.Schema, name.Name));
}
