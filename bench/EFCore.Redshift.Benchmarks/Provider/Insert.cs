namespace EFCore.Redshift.Benchmarks.Provider;

/// <summary>New rows by SaveChanges.</summary>
internal sealed class Insert<TSale, TKey>(Func<SalesContext> createContext, int count) : IContender
    where TSale : Sale<TKey>, new()
{
    public async Task<Func<Task>> PrepareAsync()
    {
        await using (var context = createContext())
        {
            await context.EmptyAsync<TSale>();
        }

        var sales = Sale<TKey>.Create<TSale>(count);
        return async () =>
        {
            await using var context = createContext();
            await context.AddRangeAsync(sales);
            await context.SaveChangesAsync();
        };
    }
}
