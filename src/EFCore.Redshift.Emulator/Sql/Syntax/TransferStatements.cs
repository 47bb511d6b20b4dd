namespace EFCore.Redshift.Emulator.Sql.Syntax;

/// <summary><c>COPY table [(columns)] FROM 'source' authorization options</c></summary>
internal sealed record CopyStatement(QualifiedName Table, StringLiteral Source) : Statement
{
    public IReadOnlyList<Identifier> Columns { get; init; } = [];

    /// <summary>Null when none was written, which is for the executor to refuse.</summary>
    public TransferAuthorization? Authorization { get; init; }

    /// <summary>All other parameters, in the order written.</summary>
    public IReadOnlyList<TransferOption> Options { get; init; } = [];
}

/// <summary>PostgreSQL's <c>COPY … FROM STDIN</c> and <c>COPY … TO …</c>, which Redshift does not have.</summary>
internal sealed record ClientCopyStatement(QualifiedName? Table, Query? Query, bool IsFrom) : Statement;

/// <summary><c>UNLOAD ('query') TO 's3://…' authorization options</c></summary>
internal sealed record UnloadStatement(StringLiteral QueryText, Query Query, StringLiteral Destination) : Statement
{
    public TransferAuthorization? Authorization { get; init; }

    public IReadOnlyList<TransferOption> Options { get; init; } = [];
}

/// <summary>Who reads or writes the objects.</summary>
internal abstract record TransferAuthorization : SqlNode;

/// <summary><c>IAM_ROLE 'arn,…'</c>; a null value is <c>IAM_ROLE default</c>.</summary>
internal sealed record IamRoleAuthorization(string? Roles) : TransferAuthorization;

/// <summary><c>ACCESS_KEY_ID '…' SECRET_ACCESS_KEY '…' [SESSION_TOKEN '…']</c></summary>
internal sealed record AccessKeyAuthorization(string? AccessKeyId, string? SecretAccessKey, string? SessionToken) : TransferAuthorization;

/// <summary><c>[WITH] CREDENTIALS [AS] '…'</c></summary>
internal sealed record CredentialsAuthorization(string Value) : TransferAuthorization;

/// <summary>The parameters of COPY and UNLOAD, but for authorization. The comment names what the option holds besides its kind.</summary>
internal enum TransferOptionKind
{
    // Formats
    Csv,
    FixedWidth, // Text
    Json, // Text?
    Avro, // Text?
    Parquet,
    Orc,
    Shapefile, // Word? SIMPLIFY or SIMPLIFY AUTO, Number? the tolerance
    Delimiter, // Text
    Quote, // Text
    SerializeToJson,

    // Compression
    Gzip,
    Bzip2,
    Lzop,
    Zstd,

    // Sources and destinations
    Manifest, // Word? VERBOSE
    Region, // Text
    Encrypted, // Word? AUTO
    MasterSymmetricKey, // Text
    KmsKeyId, // Text
    Ssh,
    ReadRatio, // Number

    // Conversions
    AcceptAnyDate,
    AcceptInvChars, // Text?
    BlanksAsNull,
    DateFormat, // Text
    EmptyAsNull,
    Encoding, // Word
    Escape,
    ExplicitIds,
    FillRecord,
    IgnoreBlankLines,
    IgnoreHeader, // Number
    NullAs, // Text
    RemoveQuotes,
    RoundEc,
    TimeFormat, // Text
    TrimBlanks,
    TruncateColumns,

    // Loading
    CompRows, // Number
    CompUpdate, // Word? PRESET, ON, OFF
    MaxError, // Number
    IgnoreAllErrors,
    NoLoad,
    StatUpdate, // Word? ON, OFF

    // Unloading
    PartitionBy, // Columns, Word? INCLUDE
    Header,
    AddQuotes,
    AllowOverwrite,
    CleanPath,
    Parallel, // Word? ON, OFF
    MaxFileSize, // Number, Word? MB, GB
    RowGroupSize, // Number, Word? MB, GB
    Extension // Text
}

/// <summary>One parameter of COPY or UNLOAD. TRUE and FALSE are read as ON and OFF.</summary>
internal sealed record TransferOption(TransferOptionKind Kind) : SqlNode
{
    public string? Text { get; init; }

    public decimal? Number { get; init; }

    /// <summary>A keyword, upper case.</summary>
    public string? Word { get; init; }

    public IReadOnlyList<Identifier> Columns { get; init; } = [];
}
