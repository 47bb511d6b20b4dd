using System.Globalization;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>The parameters of one UNLOAD, read and checked.</summary>
internal sealed class UnloadOptions
{
    private const decimal Megabyte = 1024 * 1024;
    private const decimal SmallestFile = 5 * Megabyte;
    private const decimal LargestFile = 6.2m * 1024 * Megabyte;

    private readonly TransferOptions _options;

    public UnloadOptions(TransferOptions options)
    {
        _options = options;
        UnloadOptionRules.Check(options);

        Delimiter = (char)options.Character(TransferOptionKind.Delimiter, IsCsv ? ',' : '|');
        FixedWidth = options.Text(TransferOptionKind.FixedWidth);
        NullText = options.Text(TransferOptionKind.NullAs);
        IsParallel = options.IsOn(TransferOptionKind.Parallel, otherwise: true);
        MaximumFileSize = ReadMaximumFileSize(options);
        PartitionColumns = [.. options.Find(TransferOptionKind.PartitionBy)?.Columns.Select(c => c.Name) ?? []];
        KeepsPartitionColumns = options.Find(TransferOptionKind.PartitionBy)?.Word == "INCLUDE";
        IsVerboseManifest = options.Find(TransferOptionKind.Manifest)?.Word == "VERBOSE";
    }

    public bool IsCsv
        => _options.Has(TransferOptionKind.Csv);

    public bool IsJson
        => _options.Has(TransferOptionKind.Json);

    public string? FixedWidth { get; }

    public char Delimiter { get; }

    public string? NullText { get; }

    public bool HasHeader
        => _options.Has(TransferOptionKind.Header);

    public bool AddsQuotes
        => _options.Has(TransferOptionKind.AddQuotes);

    public bool Escapes
        => _options.Has(TransferOptionKind.Escape);

    public bool IsGzip
        => _options.Has(TransferOptionKind.Gzip);

    public bool HasManifest
        => _options.Has(TransferOptionKind.Manifest);

    public bool IsVerboseManifest { get; }

    public bool Overwrites
        => _options.Has(TransferOptionKind.AllowOverwrite);

    public bool CleansPath
        => _options.Has(TransferOptionKind.CleanPath);

    public bool IsParallel { get; }

    /// <summary>In bytes.</summary>
    public long MaximumFileSize { get; }

    public IReadOnlyList<string> PartitionColumns { get; }

    public bool KeepsPartitionColumns { get; }

    /// <summary>What file names end in; EXTENSION replaces what the compression would give.</summary>
    public string FileNameEnding
        => _options.Text(TransferOptionKind.Extension) is { } extension ? "." + extension.TrimStart('.') : IsGzip ? ".gz" : "";

    /// <summary>The format's name in <c>sys_unload_history</c>.</summary>
    public string FormatName
        => IsJson ? "json" : IsCsv ? "csv" : FixedWidth is not null ? "fixedwidth" : "text";

    /// <summary>The compression's name in <c>sys_unload_history</c>.</summary>
    public string CompressionName
        => IsGzip ? "gzip" : "";

    private static long ReadMaximumFileSize(TransferOptions options)
    {
        if (options.Find(TransferOptionKind.MaxFileSize) is not { Number: { } number } option)
        {
            return (long)LargestFile;
        }

        var size = number * (option.Word == "GB" ? 1024 * Megabyte : Megabyte);
        return size is >= SmallestFile and <= LargestFile
            ? (long)size
            : throw new RedshiftErrorException(
                "22023",
                string.Create(CultureInfo.InvariantCulture, $"MAXFILESIZE must be between 5 MB and 6.2 GB, but is {number} {option.Word ?? "MB"}."));
    }
}
