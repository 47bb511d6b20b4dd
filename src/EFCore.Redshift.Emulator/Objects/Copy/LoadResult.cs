namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>What a COPY has done.</summary>
internal sealed record LoadResult(bool IsCompleted, long Rows, long Bytes, IReadOnlyList<LoadedFile> Files, int FileCount, int ErrorCount)
{
    public IReadOnlyList<LoadReplacement> Replacements { get; init; } = [];
}
