using Npgsql;

namespace EFCore.Redshift.Benchmarks.Provider;

/// <summary>New rows that EF tracks and gives keys to, and hand-written commands save.</summary>
internal sealed class InsertByHand<TSale, TKey>(Func<SalesContext> createContext, int count) : IContender
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
            await MultiRowCommand.ExecuteAsync(
                context,
                $"INSERT INTO {context.Table<TSale>()} (id, buyer, quantity, price, sold_on) VALUES ",
                string.Empty,
                sales,
                sale =>
                [
                    new NpgsqlParameter<TKey> { TypedValue = sale.Id },
                    new NpgsqlParameter<string> { TypedValue = sale.Buyer },
                    new NpgsqlParameter<int> { TypedValue = sale.Quantity },
                    new NpgsqlParameter<decimal> { TypedValue = sale.Price },
                    new NpgsqlParameter<DateOnly> { TypedValue = sale.SoldOn }
                ]);
        };
    }
}
