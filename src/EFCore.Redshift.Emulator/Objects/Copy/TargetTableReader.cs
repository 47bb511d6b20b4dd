using System.Globalization;
using EFCore.Redshift.Emulator.Protocol;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>Looks up the table of a COPY, as the session's transaction sees it, and chooses the columns that are loaded.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-column-mapping.html</remarks>
internal static class TargetTableReader
{
    public static async Task<TargetTable> ReadAsync(QualifiedName name, string database, IBackend backend, CancellationToken cancellationToken)
    {
        if (name.Database is { } other && other != database)
        {
            throw new RedshiftErrorException("0A000", $"COPY cannot load a table of another database: \"{other}\"");
        }

        var quoted = name.Schema is null
            ? SqlText.Identifier(name.Name)
            : $"{SqlText.Identifier(name.Schema)}.{SqlText.Identifier(name.Name)}";

        var rows = await backend.QueryAsync(
            $"""
             SELECT c.oid, n.nspname, c.relname, c.relkind, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
                    a.atthasdef, coalesce(i.identity_always, false)
             FROM pg_catalog.pg_class AS c
             JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
             JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             LEFT JOIN pg_redshift.column_notes AS i ON i.relation = c.oid AND i.attnum = a.attnum
             WHERE c.oid = pg_catalog.to_regclass({SqlText.Literal(quoted)})
             ORDER BY a.attnum
             """,
            cancellationToken).ConfigureAwait(false);

        if (rows.Count == 0)
        {
            throw new RedshiftErrorException("42P01", $"Cannot COPY into nonexistent table {name.Name}");
        }

        if (rows[0][3] is not ("r" or "p"))
        {
            throw new RedshiftErrorException("42809", $"cannot copy to view \"{name.Name}\"");
        }

        return new TargetTable(
            unchecked((int)uint.Parse(rows[0][0]!, CultureInfo.InvariantCulture)),
            rows[0][1]!,
            rows[0][2]!,
            [.. rows.Select(r => new TargetColumn(r[4]!, r[5]!, r[6] == "f", r[7] == "t", r[8] == "t"))]);
    }

    /// <summary>The columns that the fields go to, in order.</summary>
    public static IReadOnlyList<TargetColumn> ChooseColumns(TargetTable table, IReadOnlyList<Identifier> list, bool hasExplicitIds)
    {
        var chosen = list.Count == 0
            ? [.. table.Columns.Where(c => hasExplicitIds || !c.IsIdentity)]
            : list.Select(c => FindColumn(table, c)).ToList();

        if (chosen.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } doubled)
        {
            throw new RedshiftErrorException("42701", $"Column \"{doubled.Key}\" specified more than once");
        }

        if (chosen.FirstOrDefault(c => c.IsIdentity) is { } identity && !hasExplicitIds)
        {
            throw new RedshiftErrorException("0A000", $"Cannot copy into identity column \"{identity.Name}\" without EXPLICIT_IDS");
        }

        if (hasExplicitIds && !chosen.Any(c => c.IsIdentity))
        {
            throw new RedshiftErrorException("0A000", "EXPLICIT_IDS needs an IDENTITY column among the columns that are loaded");
        }

        if (table.Columns.FirstOrDefault(c => !c.IsNullable && !c.HasDefault && !c.IsIdentity && !chosen.Contains(c)) is { } missing)
        {
            throw new RedshiftErrorException("23502", $"Cannot insert a NULL value into column {missing.Name}");
        }

        return chosen;
    }

    private static TargetColumn FindColumn(TargetTable table, Identifier name)
        => table.Columns.FirstOrDefault(c => c.Name == name.Name)
            ?? throw new RedshiftErrorException(
                "42703",
                $"column \"{name.Name}\" of relation \"{table.Name}\" does not exist",
                position: name.Position > 0 ? name.Position : null);
}
