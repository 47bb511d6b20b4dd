using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EFCore.Redshift.FunctionalTests.Storage;

public sealed class RetryTest
{
    [Fact]
    public async Task A_serialization_conflict_is_repeated_as_a_whole()
    {
        await using var schema = await TestSchema.CreateAsync();
        await schema.ExecuteAsync("CREATE TABLE counters (id integer, value integer)");
        await schema.ExecuteAsync("INSERT INTO counters VALUES (1, 0)");
        await using var context = new DbContext(schema.Options<DbContext>(b => b.EnableRetryOnFailure(maxRetryDelay: TimeSpan.Zero)));

        var runs = 0;
        await context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            runs++;
            await using var transaction = await context.Database.BeginTransactionAsync();
            var seen = (await context.Database.SqlQueryRaw<int>("SELECT value AS \"value\" FROM counters").ToListAsync())[0];
            if (runs == 1)
            {
                // Another session changes the row after this one's snapshot was taken.
                await schema.ExecuteAsync("UPDATE counters SET value = value + 10 WHERE id = 1");
            }

            await context.Database.ExecuteSqlAsync($"UPDATE counters SET value = {seen + 1} WHERE id = 1");
            await transaction.CommitAsync();
        });

        Assert.Equal(2, runs);
        Assert.Equal(11, await schema.ScalarAsync("SELECT value FROM counters"));
    }

    [Fact]
    public async Task An_error_that_stays_is_not_repeated()
    {
        await using var schema = await TestSchema.CreateAsync();
        await using var context = new DbContext(schema.Options<DbContext>(b => b.EnableRetryOnFailure(maxRetryDelay: TimeSpan.Zero)));

        var runs = 0;
        await Assert.ThrowsAsync<PostgresException>(() => context.Database.CreateExecutionStrategy().ExecuteAsync(() =>
        {
            runs++;
            return context.Database.ExecuteSqlRawAsync("SELECT * FROM not_there");
        }));

        Assert.Equal(1, runs);
    }
}
