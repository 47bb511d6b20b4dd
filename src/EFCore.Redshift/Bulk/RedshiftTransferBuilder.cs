using EFCore.Redshift.Properties;

namespace EFCore.Redshift.Bulk;

/// <summary>The options that COPY and UNLOAD have in common.</summary>
/// <typeparam name="TBuilder">The builder itself, so that calls can be chained.</typeparam>
public abstract class RedshiftTransferBuilder<TBuilder>
    where TBuilder : RedshiftTransferBuilder<TBuilder>
{
    private protected RedshiftTransferBuilder()
    {
    }

    private protected RedshiftAuthorization? Authorization { get; private set; }

    private protected string? Format { get; private set; }

    private protected char? Delimiter { get; private set; }

    private protected string? NullString { get; private set; }

    private protected bool Escaped { get; private set; }

    private protected string? Compression { get; private set; }

    private protected bool Manifest { get; private set; }

    private protected string? Region { get; private set; }

    private TBuilder This
        => (TBuilder)this;

    /// <summary>Says by which role or key the server reaches the files.</summary>
    /// <param name="authorization">The authorization.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="authorization" /> is null.</exception>
    public TBuilder WithAuthorization(RedshiftAuthorization authorization)
    {
        ArgumentNullException.ThrowIfNull(authorization);
        Authorization = authorization;
        return This;
    }

    /// <summary>Lets the server reach the files by a role.</summary>
    /// <param name="arn">The role's Amazon Resource Name.</param>
    /// <param name="chainedArns">Roles that are assumed one after the other, for access across accounts.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException">A name is empty, or holds a comma or a blank.</exception>
    public TBuilder WithIamRole(string arn, params string[] chainedArns)
        => WithAuthorization(RedshiftAuthorization.IamRole(arn, chainedArns));

    /// <summary>Lets the server reach the files by the role that is set as the cluster's default.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public TBuilder WithDefaultIamRole()
        => WithAuthorization(RedshiftAuthorization.DefaultIamRole);

    /// <summary>The files are comma-separated values, with quotes around fields that need them.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html</remarks>
    public TBuilder WithCsv()
        => WithFormat("CSV");

    /// <summary>The files are Parquet.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-copy-from-columnar.html</remarks>
    public TBuilder WithParquet()
        => WithFormat("PARQUET");

    /// <summary>The character between fields. Without it, a vertical bar; with CSV, a comma.</summary>
    /// <param name="delimiter">One ASCII character.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException"><paramref name="delimiter" /> is not ASCII, or ends a line.</exception>
    public TBuilder WithDelimiter(char delimiter)
    {
        if (!char.IsAscii(delimiter) || delimiter is '\0' or '\r' or '\n')
        {
            throw new ArgumentException(RedshiftStrings.InvalidDelimiter, nameof(delimiter));
        }

        Delimiter = delimiter;
        return This;
    }

    /// <summary>The text that stands for NULL.</summary>
    /// <param name="nullString">The text. Without it, <c>\N</c> when loading and the empty text when unloading.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="nullString" /> is null.</exception>
    public TBuilder WithNullAs(string nullString)
    {
        ArgumentNullException.ThrowIfNull(nullString);
        NullString = nullString;
        return This;
    }

    /// <summary>A backslash in delimited text takes the meaning from the character after it.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public TBuilder WithEscape()
    {
        Escaped = true;
        return This;
    }

    /// <summary>The files are compressed with gzip.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public TBuilder WithGzip()
        => WithCompression("GZIP");

    /// <summary>The files are compressed with bzip2.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public TBuilder WithBzip2()
        => WithCompression("BZIP2");

    /// <summary>The files are compressed with Zstandard.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public TBuilder WithZstd()
        => WithCompression("ZSTD");

    /// <summary>A manifest lists the files: the one to load from, or one that is written.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    public TBuilder WithManifest()
    {
        Manifest = true;
        return This;
    }

    /// <summary>The region of the bucket, where it is not the cluster's.</summary>
    /// <param name="region">The region's name, such as <c>eu-central-1</c>.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException"><paramref name="region" /> is null or empty.</exception>
    public TBuilder WithRegion(string region)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        Region = region;
        return This;
    }

    private protected TBuilder WithFormat(string format)
    {
        Format = format;
        return This;
    }

    private protected void AppendAuthorization(BulkCommandText command, string statement)
        => (Authorization ?? throw new InvalidOperationException(RedshiftStrings.NoAuthorization(statement))).AppendTo(command);

    private protected static void RefuseIf(bool conflict, string option, string other)
    {
        if (conflict)
        {
            throw new InvalidOperationException(RedshiftStrings.ConflictingOptions(option, other));
        }
    }

    private TBuilder WithCompression(string compression)
    {
        Compression = compression;
        return This;
    }
}
