namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>A record that could not be loaded: a row of <c>stl_load_errors</c>.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_STL_LOAD_ERRORS.html</remarks>
internal sealed record LoadError
{
    public required string File { get; init; }

    public required long Line { get; init; }

    public required string Column { get; init; }

    public required string Type { get; init; }

    public required string Length { get; init; }

    public required string RawLine { get; init; }

    public required string RawValue { get; init; }

    public required LoadFault Fault { get; init; }

    /// <summary>The record's fields up to the one that failed, for <c>stl_loaderror_detail</c>.</summary>
    public required IReadOnlyList<LoadErrorField> Fields { get; init; }
}
