namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>A file that was read: a row of <c>stl_load_commits</c>.</summary>
internal sealed record LoadedFile(ObjectLocation Location, long Bytes, long Lines, int Errors);
