using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EFCore.Redshift.Benchmarks.Provider;

/// <summary>The changes of <see cref="Update" /> by hand-written commands alone.</summary>
internal sealed class UpdateByHand(Func<SalesContext> createContext, int count) : IContender
{
    public async Task<Func<Task>> PrepareAsync()
    {
        var context = createContext();
        await context.FillAsync<SequenceKeySale>(count);
        var sales = await context.Set<SequenceKeySale>().AsNoTracking().ToListAsync();

        return async () =>
        {
            await MultiRowCommand.ExecuteAsync(
                context,
                $"UPDATE {context.Table<SequenceKeySale>()} AS s SET quantity = c.quantity, price = c.price FROM (VALUES ",
                ") AS c (id, quantity, price) WHERE s.id = c.id",
                sales,
                sale =>
                [
                    new NpgsqlParameter<long> { TypedValue = sale.Id },
                    new NpgsqlParameter<int> { TypedValue = sale.Quantity + 1 },
                    new NpgsqlParameter<decimal> { TypedValue = sale.Price + 1 }
                ]);

            await context.DisposeAsync();
        };
    }
}
