using System.Collections.Frozen;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>
///     Which types there are. https://docs.aws.amazon.com/redshift/latest/dg/c_Supported_data_types.html
///     https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-datatypes.html
/// </summary>
internal static class DataTypes
{
    private static readonly FrozenSet<string> OfColumns = FrozenSet.ToFrozenSet(
    [
        "smallint", "integer", "bigint", "numeric", "real", "double precision", "boolean", "character", "bpchar", "character varying", "text",
        "date", "time without time zone", "time with time zone", "timestamp without time zone", "timestamp with time zone", "super",
        "varbyte", "geometry", "geography", "hllsketch"
    ]);

    // The catalogue's types, on the leader node only.
    private static readonly FrozenSet<string> OfCatalogue = FrozenSet.ToFrozenSet(
        ["regclass", "regtype", "regproc", "oid", "name", "\"char\"", "char", "aclitem", "xid", "abstime", "int2vector", "oidvector", "cstring"]);

    // Types of PostgreSQL 8.0, which Redshift knows and does not support.
    private static readonly FrozenSet<string> Unsupported = FrozenSet.ToFrozenSet(
    [
        "bit", "bit varying", "bytea", "inet", "cidr", "macaddr", "money", "point", "line", "lseg", "box", "path", "polygon", "circle",
        "refcursor", "record", "anyelement", "anyarray"
    ]);

    public static void CheckColumnType(ColumnDefinition column, RefusalContext context)
    {
        var type = column.Type;
        if (type.Schema is not (null or "pg_catalog"))
        {
            throw DoesNotExist(type);
        }

        if (type.ArrayDimensions == 0 && (OfColumns.Contains(type.Name) || type is { Name: "interval", Interval: not null }))
        {
            return;
        }

        var table = context.Ancestors.OfType<CreateTableStatement>().FirstOrDefault()?.Name.Name
            ?? context.Ancestors.OfType<AlterTableStatement>().FirstOrDefault()?.Table.Name;
        throw new RedshiftErrorException(
            "0A000",
            $"Column \"{(table is null ? "" : table + ".")}{column.Name.Name}\" has unsupported type \"{Print(type)}\".",
            hint: HintFor(type.Name),
            position: RefusalContext.PositionOf(type));
    }

    public static void CheckExpressionType(TypeName type, RefusalContext context)
    {
        if (type.ArrayDimensions > 0 || Unsupported.Contains(type.Name))
        {
            throw NotSupportedOnTables(type);
        }

        if (OfColumns.Contains(type.Name) || type.Name == "interval")
        {
            return;
        }

        if (!OfCatalogue.Contains(type.Name))
        {
            throw DoesNotExist(type);
        }

        if (context.Statement.IsOnComputeNodes)
        {
            throw NotSupportedOnTables(type);
        }
    }

    /// <summary>Whether a column of the type can be a distribution or sort key.</summary>
    public static bool CanBeKey(TypeName type)
        => type.Name is not ("super" or "varbyte" or "geometry" or "geography" or "hllsketch" or "interval");

    private static string? HintFor(string type)
        => type switch
        {
            "serial" or "bigserial" or "smallserial" or "serial4" or "serial8" or "serial2" => "Use an IDENTITY column.",
            "uuid" => "Use CHAR(36).",
            "json" or "jsonb" => "Use SUPER.",
            "bytea" => "Use VARBYTE.",
            _ => null
        };

    private static RedshiftErrorException DoesNotExist(TypeName type)
        => new("42704", $"type \"{Print(type)}\" does not exist", position: RefusalContext.PositionOf(type));

    private static RedshiftErrorException NotSupportedOnTables(TypeName type)
        => new(
            "0A000",
            "Specified types or functions (one per INFO message) not supported on Amazon Redshift tables.",
            detail: $"Column type \"{Print(type)}\" not supported.",
            position: RefusalContext.PositionOf(type));

    private static string Print(TypeName type)
        => (type.Schema is { } schema and not "pg_catalog" ? schema + "." : "")
            + type.Name
            + string.Concat(Enumerable.Repeat("[]", type.ArrayDimensions));
}
