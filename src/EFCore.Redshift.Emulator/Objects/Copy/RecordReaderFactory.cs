using EFCore.Redshift.Emulator.Objects.Copy.Reading;
using EFCore.Redshift.Emulator.Objects.Copy.Reading.Json;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>Makes the reader of a COPY's format.</summary>
internal static class RecordReaderFactory
{
    // https://docs.aws.amazon.com/redshift/latest/dg/copy-usage-varbyte.html and loading-data-hllsketch
    private static readonly string[] TypesWithoutFixedWidth = ["varbyte", "hllsketch"];

    public static async Task<RecordReader> CreateAsync(
        CopyOptions options, IReadOnlyList<LoadColumn> columns, IObjectStore store, CancellationToken cancellationToken)
    {
        if (options.Json is { } json)
        {
            return await CreateJsonAsync(json, columns, store, cancellationToken).ConfigureAwait(false);
        }

        if (options.FixedWidth is { } specification)
        {
            var widths = FixedWidthReader.ParseWidths(specification);
            return columns.FirstOrDefault(c => TypesWithoutFixedWidth.Contains(c.TypeName)) is { } column
                ? throw new RedshiftErrorException("0A000", $"FIXEDWIDTH is not supported for column \"{column.Name}\" of type {column.TypeName}")
                : widths.Count == columns.Count
                    ? new FixedWidthReader(widths)
                    : throw new RedshiftErrorException(
                        "0A000", $"FIXEDWIDTH names {widths.Count} columns, but {columns.Count} columns are loaded");
        }

        return options.IsCsv
            ? new CsvReader(options.Delimiter, options.Quote)
            : new DelimitedReader(options.Delimiter, options.Escapes, options.RemovesQuotes);
    }

    private static async Task<RecordReader> CreateJsonAsync(
        string json, IReadOnlyList<LoadColumn> columns, IObjectStore store, CancellationToken cancellationToken)
    {
        List<JsonTarget> targets = [.. columns.Select(c => new JsonTarget(c.Name, c.Converter.TakesJson))];
        switch (json)
        {
            case "auto":
                return new JsonAutoReader(targets, ignoresCase: false);
            case "auto ignorecase":
                return new JsonAutoReader(targets, ignoresCase: true);
            case "noshred":
                return columns is [{ TypeName: "super" }]
                    ? new JsonWholeReader()
                    : throw new RedshiftErrorException("0A000", "JSON 'noshred' loads a single column of type SUPER");
        }

        var stream = await store.OpenReadAsync(ObjectLocation.Parse(json), cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var file = new MemoryStream();
            await stream.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
            var paths = JsonPath.ParseFile(file.ToArray());
            return paths.Count == columns.Count
                ? new JsonPathsReader(paths, targets)
                : throw EngineError.Create(
                    $"Number of jsonpaths and the number of columns should match. JSONPath size: {paths.Count}, "
                    + $"Number of columns in table or column list: {columns.Count}",
                    8001,
                    "");
        }
    }
}
