using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Rewrites;

/// <summary>
///     PostgreSQL makes the columns; distribution, sort keys, encodings, identity and the keys, which Redshift does not enforce, are noted in
///     the catalogue. https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html
/// </summary>
internal sealed class CreateTable : RewriteRule
{
    public override SqlNode Rewrite(SqlNode node, SqlNode original, RewriteContext context)
        => node switch
        {
            CreateTableStatement create => Rewrite(create, context),
            CreateTableAsStatement create => Rewrite(create, context),
            IntoClause into => into with { Persistence = PersistenceOf(into.Table, into.Persistence) },
            _ => node
        };

    private static CreateTableStatement Rewrite(CreateTableStatement create, RewriteContext context)
    {
        var note = new TableNote(create.Name);
        note.Add(create.Attributes);

        var elements = new List<TableElement>();
        foreach (var element in create.Elements)
        {
            switch (element)
            {
                case ColumnDefinition column:
                    note.Add(column);
                    elements.Add(WithoutNoted(column));
                    break;
                case LikeElement like:
                    note.Like(like.Parent);
                    elements.Add(like);
                    break;
                case TableConstraint constraint:
                    note.Add(constraint);
                    break;
                default:
                    elements.Add(element);
                    break;
            }
        }

        context.CallAfter("_note_table", note.ToString());
        return create with { Persistence = PersistenceOf(create.Name, create.Persistence), Elements = elements, Attributes = [] };
    }

    private static CreateTableAsStatement Rewrite(CreateTableAsStatement create, RewriteContext context)
    {
        var note = new TableNote(create.Name);
        note.Add(create.Attributes);
        context.CallAfter("_note_table", note.ToString());

        // No count is sent. https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_AS.html
        context.CommandTag = "SELECT";
        return create with { Persistence = PersistenceOf(create.Name, create.Persistence), Attributes = [] };
    }

    /// <summary>The column with what PostgreSQL enforces: its type, its default and NOT NULL, which identities and primary keys imply.</summary>
    public static ColumnDefinition WithoutNoted(ColumnDefinition column)
    {
        var attributes = new List<ColumnAttribute>(column.Attributes.Where(attribute => attribute is DefaultAttribute or NullAttribute));
        if (column.Attributes.Any(attribute => attribute is NotNullAttribute or PrimaryKeyAttribute or IdentityAttribute))
        {
            attributes.Add(new NotNullAttribute());
        }

        return column with { Attributes = attributes };
    }

    private static TablePersistence PersistenceOf(QualifiedName name, TablePersistence written)
        => name.Name is ['#', ..] ? TablePersistence.Temporary : written;
}
