using EFCore.Redshift.Emulator.Binding;

namespace EFCore.Redshift.Emulator.TestUtilities;

/// <summary>A catalogue without a server: AWS's TICKIT tables, a few of our own, and some of the system's.</summary>
internal sealed class FakeCatalog : ICatalog
{
    private static readonly Dictionary<string, Relation> Relations = new[]
    {
        Table("users", "userid integer, username character(8), firstname character varying(30), lastname character varying(30), "
            + "city character varying(30), state character(2), email character varying(100), phone character(14), likesports boolean, "
            + "liketheatre boolean, likeconcerts boolean, likejazz boolean, likerock boolean"),
        Table("venue", "venueid smallint, venuename character varying(100), venuecity character varying(30), venuestate character(2), venueseats integer"),
        Table("category", "catid smallint, catgroup character varying(10), catname character varying(10), catdesc character varying(50)"),
        Table("date", "dateid smallint, caldate date, day character(3), week smallint, month character(5), qtr character(5), year smallint, holiday boolean"),
        Table("event", "eventid integer, venueid smallint, catid smallint, dateid smallint, eventname character varying(200), "
            + "starttime timestamp without time zone"),
        Table("listing", "listid integer, sellerid integer, eventid integer, dateid smallint, numtickets smallint, priceperticket numeric(8,2), "
            + "totalprice numeric(8,2), listtime timestamp without time zone"),
        Table("sales", "salesid integer, listid integer, sellerid integer, buyerid integer, eventid integer, dateid smallint, qtysold smallint, "
            + "pricepaid numeric(8,2), commission numeric(8,2), saletime timestamp without time zone"),
        Table("winsales", "salesid integer, dateid date, sellerid integer, buyerid character varying(10), qty integer, qty_shipped integer"),
        Table("a", "k integer, x integer, d date, n integer, s character varying(20)"),
        Table("b", "k integer, v integer, d date, x integer, s character varying(20)"),
        Table("c", "k integer, v integer, m integer"),
        Table("t", "id integer, s character varying(20), f boolean, j super, d numeric(10,2), ts timestamp without time zone, v varbyte"),
        Table("stage", "id integer, s character varying(20)"),
        Table("numbered", "id bigint identity, name character varying(20)"),
        Table("customer_orders_lineitem", "c_custkey bigint, c_name character varying(25), c_orders super"),
        View("sales_view", "salesid integer, pricepaid numeric(8,2)"),
        System("pg_catalog", "pg_class", "oid oid, relname name, relnamespace oid, relkind \"char\""),
        System("pg_catalog", "pg_namespace", "oid oid, nspname name"),
        System("pg_catalog", "pg_attribute", "attrelid oid, attname name, atttypid oid, atttypmod integer"),
        System("pg_catalog", "pg_opclass", "opcname name, opcowner integer"),
        System("pg_catalog", "pg_table_def", "schemaname name, tablename name, column name, type text"),
        System("pg_catalog", "stv_locks", "table_id integer, last_update timestamp without time zone, lock_owner bigint"),
        System("information_schema", "tables", "table_schema character varying, table_name character varying")
    }.ToDictionary(relation => relation.Name);

    /// <summary>The statements that make the same tables on a server.</summary>
    public static IEnumerable<string> CreateStatements
        => Relations.Values
            .Where(relation => relation is { IsSystem: false, IsView: false })
            .Select(table => $"CREATE TABLE {table.Name} ({string.Join(", ", table.Columns.Select(Definition))})")
            .Append("CREATE VIEW sales_view AS SELECT salesid, pricepaid FROM sales");

    public ValueTask<IReadOnlyDictionary<RelationName, Relation>> FindRelationsAsync(
        IReadOnlyCollection<RelationName> names, CancellationToken cancellationToken)
        => ValueTask.FromResult<IReadOnlyDictionary<RelationName, Relation>>(
            names.Where(name => Relations.TryGetValue(name.Name, out var relation) && (name.Schema is null || name.Schema == relation.Schema))
                .ToDictionary(name => name, name => Relations[name.Name]));

    private static string Definition(RelationColumn column)
        => $"{column.Name} {column.Type}{(column.IsIdentity ? " IDENTITY(1, 1)" : "")}";

    private static Relation Table(string name, string columns)
        => new("public", name, IsSystem: false, IsView: false, Columns(columns));

    private static Relation View(string name, string columns)
        => new("public", name, IsSystem: false, IsView: true, Columns(columns));

    private static Relation System(string schema, string name, string columns)
        => new(schema, name, IsSystem: true, IsView: true, Columns(columns));

    private static RelationColumn[] Columns(string columns)
        =>
        [
            .. from column in columns.Split(", ")
               let words = column.Split(' ', 2)
               let isIdentity = words[1].EndsWith(" identity", StringComparison.Ordinal)
               select new RelationColumn(words[0], words[1].Replace(" identity", "", StringComparison.Ordinal), IsNullable: true, isIdentity)
        ];
}
