using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.Benchmarks.Provider;

/// <summary>All rows of a table as entities that are not tracked.</summary>
internal sealed class Read(Func<SalesContext> createContext, int count) : IContender
{
    public async Task<Func<Task>> PrepareAsync()
    {
        await using (var context = createContext())
        {
            await context.FillAsync<SequenceKeySale>(count);
        }

        return async () =>
        {
            await using var context = createContext();
            await context.Set<SequenceKeySale>().AsNoTracking().ToListAsync();
        };
    }
}
