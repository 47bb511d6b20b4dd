namespace EFCore.Redshift.Metadata;

/// <summary>How a column's values are compressed.</summary>
/// <remarks>
///     One encoding that is set switches the automatic choice off for the whole table.
///     https://docs.aws.amazon.com/redshift/latest/dg/c_Compression_encodings.html
/// </remarks>
public enum RedshiftEncoding
{
    /// <summary>No compression: for sort keys.</summary>
    Raw,

    /// <summary>Amazon's own, for integers, decimals, dates and times.</summary>
    Az64,

    /// <summary>A dictionary of at most 256 values a block, for columns with few values.</summary>
    ByteDict,

    /// <summary>The difference from the value before, in one byte.</summary>
    Delta,

    /// <summary>The difference from the value before, in two bytes.</summary>
    Delta32K,

    /// <summary>LZO, for long text.</summary>
    Lzo,

    /// <summary>One byte where the value fits.</summary>
    Mostly8,

    /// <summary>Two bytes where the value fits.</summary>
    Mostly16,

    /// <summary>Four bytes where the value fits.</summary>
    Mostly32,

    /// <summary>A value and how often it repeats.</summary>
    RunLength,

    /// <summary>A dictionary of words, for VARCHAR.</summary>
    Text255,

    /// <summary>A larger dictionary of words, for VARCHAR.</summary>
    Text32K,

    /// <summary>Zstandard, for text of any kind.</summary>
    Zstd
}
