using Microsoft.EntityFrameworkCore.Migrations;

namespace EFCore.Redshift.Migrations;

// The lock of the history table ends with its transaction; there is nothing to release.
internal sealed class RedshiftMigrationsDatabaseLock(IHistoryRepository historyRepository) : IMigrationsDatabaseLock
{
    public IHistoryRepository HistoryRepository { get; } = historyRepository;

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync()
        => ValueTask.CompletedTask;
}
