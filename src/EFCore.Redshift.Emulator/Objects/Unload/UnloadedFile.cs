namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>A file that was written: a row of <c>stl_unload_log</c>.</summary>
internal sealed record UnloadedFile(ObjectLocation Location, int Slice, long Rows, long Bytes);
