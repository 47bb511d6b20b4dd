using EFCore.Redshift.Emulator.Objects.Copy;
using EFCore.Redshift.Emulator.Objects.Unload;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>Writes the system tables of loads and unloads, outside of the client's transaction.</summary>
internal interface ITransferHistory
{
    Task WriteErrorsAsync(LoadRun run, IReadOnlyList<LoadError> errors, CancellationToken cancellationToken);

    Task WriteLoadAsync(LoadRun run, LoadResult result, CancellationToken cancellationToken);

    Task WriteUnloadAsync(UnloadRun run, UnloadResult result, CancellationToken cancellationToken);
}
