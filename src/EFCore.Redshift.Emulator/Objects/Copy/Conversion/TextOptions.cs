namespace EFCore.Redshift.Emulator.Objects.Copy.Conversion;

/// <summary>What COPY's parameters say about character columns.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html</remarks>
internal sealed record TextOptions
{
    /// <summary>TRUNCATECOLUMNS: cut what is too long.</summary>
    public bool Truncates { get; init; }

    /// <summary>TRIMBLANKS: remove white space at the end of a VARCHAR.</summary>
    public bool TrimsBlanks { get; init; }

    /// <summary>ACCEPTINVCHARS: what to put for each byte of an invalid character, or null to refuse it.</summary>
    public byte? Replacement { get; init; }
}
