using EFCore.Redshift.Emulator.Objects.Copy;
using EFCore.Redshift.Emulator.Objects.Unload;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>Keeps what would be written to the system tables.</summary>
internal sealed class RecordedHistory : ITransferHistory
{
    public List<LoadError> Errors { get; } = [];

    public LoadResult? Load { get; private set; }

    public UnloadResult? Unload { get; private set; }

    public Task WriteErrorsAsync(LoadRun run, IReadOnlyList<LoadError> errors, CancellationToken cancellationToken)
    {
        Errors.AddRange(errors);
        return Task.CompletedTask;
    }

    public Task WriteLoadAsync(LoadRun run, LoadResult result, CancellationToken cancellationToken)
    {
        Load = result;
        return Task.CompletedTask;
    }

    public Task WriteUnloadAsync(UnloadRun run, UnloadResult result, CancellationToken cancellationToken)
    {
        Unload = result;
        return Task.CompletedTask;
    }
}
