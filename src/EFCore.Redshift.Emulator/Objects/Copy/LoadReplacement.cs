namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>A line in which invalid characters were replaced: a row of <c>stl_replacements</c>.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_STL_REPLACEMENTS.html</remarks>
internal sealed record LoadReplacement(string File, long Line, string Column, string RawLine);
