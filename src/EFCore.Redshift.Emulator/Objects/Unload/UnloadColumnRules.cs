using EFCore.Redshift.Emulator.Objects.Copy.Reading;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>What the formats and PARTITION BY ask of the query's columns.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html</remarks>
internal static class UnloadColumnRules
{
    public static void Check(IReadOnlyList<UnloadColumn> columns, UnloadOptions options)
    {
        if ((options.IsJson || options.FixedWidth is not null) && columns.FirstOrDefault(c => c.IsTextOnly) is { } textOnly)
        {
            throw new RedshiftErrorException(
                "0A000", $"UNLOAD of column \"{textOnly.Name}\" of type {textOnly.TypeName} is supported as text and CSV only");
        }

        if (options.IsJson && columns.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } doubled)
        {
            throw new RedshiftErrorException("42701", $"UNLOAD as JSON needs unique column names: \"{doubled.Key}\" is there more than once");
        }
    }

    public static IReadOnlyList<int> FindPartitionColumns(IReadOnlyList<UnloadColumn> columns, UnloadOptions options)
    {
        var found = new List<int>();
        foreach (var name in options.PartitionColumns)
        {
            var index = columns.Index().Where(c => c.Item.Name == name).Select(c => c.Index).DefaultIfEmpty(-1).First();
            if (index < 0)
            {
                throw new RedshiftErrorException("42703", $"PARTITION BY column \"{name}\" is not among the columns of the query");
            }

            if (!columns[index].CanPartition)
            {
                throw new RedshiftErrorException("0A000", $"PARTITION BY does not support column \"{name}\" of type {columns[index].TypeName}");
            }

            found.Add(index);
        }

        return found.Count == 0 || options.KeepsPartitionColumns || found.Distinct().Count() < columns.Count
            ? found
            : throw new RedshiftErrorException("0A000", "UNLOAD needs at least one column that is not in PARTITION BY");
    }

    public static RowFormat CreateFormat(IReadOnlyList<UnloadColumn> columns, UnloadOptions options)
    {
        if (options.FixedWidth is not { } specification)
        {
            return options.IsJson
                ? new JsonFormat()
                : options.IsCsv
                    ? new CsvFormat(options.Delimiter, options.NullText)
                    : new DelimitedFormat(options.Delimiter, options.NullText, options.AddsQuotes, options.Escapes);
        }

        var widths = FixedWidthReader.ParseWidths(specification);
        return widths.Count == columns.Count
            ? new FixedWidthFormat(widths, options.NullText)
            : throw new RedshiftErrorException("0A000", $"FIXEDWIDTH names {widths.Count} columns, but the query has {columns.Count}");
    }
}
