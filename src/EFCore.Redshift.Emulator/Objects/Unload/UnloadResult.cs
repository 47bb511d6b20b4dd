namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>What an UNLOAD has done.</summary>
internal sealed record UnloadResult(long Rows, IReadOnlyList<UnloadedFile> Files);
