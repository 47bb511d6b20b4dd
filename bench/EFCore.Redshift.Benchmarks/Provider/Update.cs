using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.Benchmarks.Provider;

/// <summary>Changes of two columns in every row, by SaveChanges.</summary>
internal sealed class Update(Func<SalesContext> createContext, int count) : IContender
{
    public async Task<Func<Task>> PrepareAsync()
    {
        var context = createContext();
        await context.FillAsync<SequenceKeySale>(count);
        foreach (var sale in await context.Set<SequenceKeySale>().ToListAsync())
        {
            sale.Quantity += 1;
            sale.Price += 1;
        }

        return async () =>
        {
            await context.SaveChangesAsync();
            await context.DisposeAsync();
        };
    }
}
