using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.Benchmarks.Provider;

/// <summary>All rows deleted one for one, by SaveChanges.</summary>
internal sealed class Delete(Func<SalesContext> createContext, int count) : IContender
{
    public async Task<Func<Task>> PrepareAsync()
    {
        var context = createContext();
        await context.FillAsync<SequenceKeySale>(count);
        context.RemoveRange(await context.Set<SequenceKeySale>().ToListAsync());

        return async () =>
        {
            await context.SaveChangesAsync();
            await context.DisposeAsync();
        };
    }
}
