namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>A field of a record that could not be loaded: a row of <c>stl_loaderror_detail</c>.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_STL_LOADERROR_DETAIL.html</remarks>
internal sealed record LoadErrorField(string Column, string Value, bool IsNull, string Type, string Length);
