using System.Text;
using EFCore.Redshift.Emulator.Objects.Copy.Conversion;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>The parameters of one COPY, read and checked.</summary>
internal sealed class CopyOptions
{
    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-load.html#copy-maxerror
    private const int HighestMaxError = 100_000;

    private readonly TransferOptions _options;

    public CopyOptions(TransferOptions options)
    {
        _options = options;
        CopyOptionRules.Check(options);

        FixedWidth = options.Text(TransferOptionKind.FixedWidth);
        Json = options.Has(TransferOptionKind.Json) ? options.Text(TransferOptionKind.Json) ?? "auto" : null;
        IsCsv = options.Has(TransferOptionKind.Csv);
        Delimiter = options.Character(TransferOptionKind.Delimiter, IsCsv ? ',' : '|');
        Quote = options.Character(TransferOptionKind.Quote, '"');
        Escapes = options.Has(TransferOptionKind.Escape);
        NullText = ReadNullText(options);
        EmptyIsNull = options.Has(TransferOptionKind.EmptyAsNull);
        BlanksAreNull = options.Has(TransferOptionKind.BlanksAsNull);
        FillsRecord = options.Has(TransferOptionKind.FillRecord);
        IgnoresBlankLines = options.Has(TransferOptionKind.IgnoreBlankLines);
        HeaderLines = options.Number(TransferOptionKind.IgnoreHeader, 0, int.MaxValue, 0);
        ErrorLimit = options.Has(TransferOptionKind.IgnoreAllErrors)
            ? int.MaxValue
            : Math.Max(1, options.Number(TransferOptionKind.MaxError, 0, HighestMaxError, 0));
        options.Number(TransferOptionKind.CompRows, 1000, int.MaxValue, 1000);
        Encoding = ReadEncoding(options);
        DateTime = DateTimeOptions.Create(
            options.Text(TransferOptionKind.DateFormat),
            options.Text(TransferOptionKind.TimeFormat),
            options.Has(TransferOptionKind.AcceptAnyDate));
        Text = new TextOptions
        {
            Truncates = options.Has(TransferOptionKind.TruncateColumns),
            TrimsBlanks = options.Has(TransferOptionKind.TrimBlanks),
            Replacement = options.Has(TransferOptionKind.AcceptInvChars)
                ? options.Character(TransferOptionKind.AcceptInvChars, '?')
                : null
        };
    }

    public string? FixedWidth { get; }

    /// <summary>What stands after JSON, or null where the format is another.</summary>
    public string? Json { get; }

    public bool IsCsv { get; }

    public byte Delimiter { get; }

    public byte Quote { get; }

    public bool Escapes { get; }

    public bool RemovesQuotes
        => _options.Has(TransferOptionKind.RemoveQuotes);

    /// <summary>The text that is NULL, or null where no text is, as in JSON.</summary>
    public byte[]? NullText { get; }

    public bool EmptyIsNull { get; }

    public bool BlanksAreNull { get; }

    public bool FillsRecord { get; }

    public bool IgnoresBlankLines { get; }

    public int HeaderLines { get; }

    /// <summary>The count of errors at which the load fails.</summary>
    public int ErrorLimit { get; }

    public bool IsGzip
        => _options.Has(TransferOptionKind.Gzip);

    public bool IsManifest
        => _options.Has(TransferOptionKind.Manifest);

    public bool OnlyChecks
        => _options.Has(TransferOptionKind.NoLoad);

    public bool HasExplicitIds
        => _options.Has(TransferOptionKind.ExplicitIds);

    public bool RoundsDecimals
        => _options.Has(TransferOptionKind.RoundEc);

    /// <summary>The files' encoding where it is not UTF-8.</summary>
    public Encoding? Encoding { get; }

    public DateTimeOptions DateTime { get; }

    public TextOptions Text { get; }

    /// <summary>The format's name in <c>sys_load_history</c>.</summary>
    public string FormatName
        => Json is not null ? "json" : IsCsv ? "csv" : FixedWidth is not null ? "fixedwidth" : "text";

    private static byte[]? ReadNullText(TransferOptions options)
    {
        if (options.Has(TransferOptionKind.Json))
        {
            return null;
        }

        // NUL may be given as an octal code. https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-null-as
        return options.Text(TransferOptionKind.NullAs) switch
        {
            null => "\\N"u8.ToArray(),
            "\\0" or "\\000" or "\0" => [0],
            var text when text.Contains('\n', StringComparison.Ordinal) =>
                throw new RedshiftErrorException("0A000", "COPY null representation cannot use newline"),
            var text => System.Text.Encoding.UTF8.GetBytes(text)
        };
    }

    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-encoding
    private static UnicodeEncoding? ReadEncoding(TransferOptions options)
    {
        if (options.Find(TransferOptionKind.Encoding) is not { } option)
        {
            return null;
        }

        return (option.Word ?? option.Text)?.ToUpperInvariant() switch
        {
            "UTF8" or "UTF-8" => null,
            "UTF16" or "UTF16LE" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            "UTF16BE" => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            _ => throw new RedshiftErrorException("22023", "ENCODING must be UTF8, UTF16, UTF16LE or UTF16BE.")
        };
    }
}
