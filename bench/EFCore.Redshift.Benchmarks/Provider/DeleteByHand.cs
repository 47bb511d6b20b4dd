using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EFCore.Redshift.Benchmarks.Provider;

/// <summary>The same deletes by hand-written commands alone.</summary>
internal sealed class DeleteByHand(Func<SalesContext> createContext, int count) : IContender
{
    public async Task<Func<Task>> PrepareAsync()
    {
        var context = createContext();
        await context.FillAsync<SequenceKeySale>(count);
        var keys = await context.Set<SequenceKeySale>().Select(sale => sale.Id).ToListAsync();

        return async () =>
        {
            await MultiRowCommand.ExecuteAsync(
                context,
                $"DELETE FROM {context.Table<SequenceKeySale>()} AS s USING (VALUES ",
                ") AS c (id) WHERE s.id = c.id",
                keys,
                key => [new NpgsqlParameter<long> { TypedValue = key }]);

            await context.DisposeAsync();
        };
    }
}
