using EFCore.Redshift.Diagnostics;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using EFCore.Redshift.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Update;

/// <summary>What is reported when a write fails or its answer is lost, and what is there afterwards.</summary>
public sealed class LostAnswersTest(OwnEmulatorFixture fixture) : IClassFixture<OwnEmulatorFixture>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_retry_an_update_whose_commit_is_not_answered_is_not_repeated(bool raw)
    {
        await using var db = await CreateAsync(retry: true);
        fixture.Emulator.Faults.CutAfterNextCommit();

        await Assert.ThrowsAsync<RedshiftCommitUnknownException>(() => db.Database.CreateExecutionStrategy().ExecuteAsync(() => raw
            ? db.Database.ExecuteSqlAsync($"UPDATE item SET amount = amount + 1")
            : db.Set<Item>().ExecuteUpdateAsync(set => set.SetProperty(item => item.Amount, item => item.Amount + 1))));

        Assert.Equal([2], await AmountsAsync());
    }

    [Fact]
    public async Task With_retry_an_update_that_conflicts_is_repeated()
    {
        await using var db = await CreateAsync(retry: true);
        fixture.Emulator.Faults.ConflictOnNextCommit();

        Assert.Equal(1, await db.Set<Item>().ExecuteUpdateAsync(set => set.SetProperty(item => item.Amount, item => item.Amount + 1)));

        Assert.Equal([2], await AmountsAsync());
    }

    [Fact]
    public async Task With_retry_what_cannot_run_in_a_transaction_still_runs()
    {
        await using var db = await CreateAsync(retry: true);

        await db.Database.ExecuteSqlAsync($"VACUUM item");

        db.Database.ExecuteSql($"VACUUM item");
    }

    [Fact]
    public async Task Without_a_transaction_an_insert_whose_answer_is_lost_is_reported_as_unknown()
    {
        await using var db = await CreateAsync(retry: false);
        db.Add(new Item { Id = 2 });
        fixture.Emulator.Faults.CutAfterNextCommit();

        await Assert.ThrowsAsync<RedshiftCommitUnknownException>(() => db.SaveChangesAsync());

        Assert.Equal(2, (await AmountsAsync()).Count);
    }

    [Fact]
    public async Task Saving_without_a_transaction_and_with_retry_is_refused()
    {
        await using var db = await CreateAsync(retry: true);
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        db.Add(new Item { Id = 2 });

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        Assert.Contains("Begin a transaction inside the execution strategy", exception.Message, StringComparison.Ordinal);
        Assert.Equal([1], await AmountsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_is_warned_of_in_the_application_s_transaction_only(bool begun)
    {
        var warnings = new List<EventData>();
        await using var db = await CreateAsync(
            retry: false, (eventId, _) => eventId == RedshiftEventId.SaveChangesFailedInTransaction, warnings.Add);
        await using var transaction = begun ? await db.Database.BeginTransactionAsync() : null;
        db.Update(new Item { Id = 99 });

        var exception = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());

        Assert.Equal(begun ? 1 : 0, warnings.Count);
        Assert.All(warnings.Cast<DbContextErrorEventData>(), data => Assert.Equal((db, exception), (data.Context, data.Exception)));
    }

    [Fact]
    public async Task Whatever_fails_a_report_is_true_and_nothing_is_half_there()
    {
        const int schedules = 100;
        var reports = new HashSet<string>();
        await using var initial = await CreateAsync(retry: false);
        for (var seed = 0; seed < schedules; seed++)
        {
            var random = new Random(seed);
            var retry = random.Next(2) == 0;
            var before = await AmountsAsync();
            await using var db = Context(retry);
            var existing = await db.Set<Item>().OrderBy(item => item.Id).ToListAsync();
            var added = random.Next(1, 12);
            db.AddRange(Enumerable.Range(0, added).Select(i => new Item { Id = (seed * 100) + i + 1000, Amount = seed }));
            existing.ForEach(item => item.Amount++);
            db.RemoveRange(existing.Skip(1).Take(random.Next(12)));
            var after = db.ChangeTracker.Entries<Item>()
                .Where(entry => entry.State != EntityState.Deleted)
                .OrderBy(entry => entry.Entity.Id).Select(entry => entry.Entity.Amount).ToList();

            Arm(random);
            string report;
            try
            {
                await db.SaveChangesAsync();
                report = "saved";
            }
            catch (RedshiftCommitUnknownException)
            {
                report = "unknown";
            }
            catch (Exception exception) when (exception is DbUpdateException or NpgsqlException)
            {
                report = "failed";
            }

            fixture.Emulator.Faults.Clear();
            reports.Add(report);
            var actual = await AmountsAsync();
            Assert.True(
                (report != "failed" && actual.SequenceEqual(after)) || (report != "saved" && actual.SequenceEqual(before)),
                $"Schedule {seed} was reported as {report}; {before.Count} rows before, {after.Count} meant, {actual.Count} found.");
        }

        Assert.Equal(["failed", "saved", "unknown"], reports.Order());
    }

    private void Arm(Random random)
    {
        var faults = fixture.Emulator.Faults;
        switch (random.Next(5))
        {
            case 0:
                faults.CutBeforeNextCommit();
                break;
            case 1:
                faults.CutAfterNextCommit();
                break;
            case 2:
                faults.ConflictOnNextCommit();
                break;
            case 3:
                faults.FailStatement(random.Next(2, 9), "XX000", "1023 DETAIL: Serializable isolation violation on table");
                break;
            default:
                faults.FailStatement(random.Next(2, 9));
                break;
        }
    }

    private async Task<List<int>> AmountsAsync()
    {
        await using var db = Context(retry: false);
        return await db.Set<Item>().OrderBy(item => item.Id).Select(item => item.Amount).ToListAsync();
    }

    private async Task<ItemContext> CreateAsync(
        bool retry,
        Func<Microsoft.Extensions.Logging.EventId, Microsoft.Extensions.Logging.LogLevel, bool>? filter = null,
        Action<EventData>? log = null)
    {
        fixture.Emulator.Faults.Clear();
        await using (var db = Context(retry: false))
        {
            await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS item");
            await db.Database.ExecuteSqlAsync($"CREATE TABLE item (id integer NOT NULL, amount integer NOT NULL)");
            await db.Database.ExecuteSqlAsync($"INSERT INTO item VALUES (1, 1)");
        }

        return Context(retry, filter, log);
    }

    private ItemContext Context(
        bool retry,
        Func<Microsoft.Extensions.Logging.EventId, Microsoft.Extensions.Logging.LogLevel, bool>? filter = null,
        Action<EventData>? log = null)
    {
        var builder = new DbContextOptionsBuilder<ItemContext>();
        builder.UseRedshift(fixture.Emulator.ConnectionString, options =>
        {
            if (retry)
            {
                options.EnableRetryOnFailure(maxRetryDelay: TimeSpan.Zero);
            }
        });
        if (log is not null)
        {
            builder.LogTo(filter!, log);
        }

        return new ItemContext(builder.Options);
    }

    private sealed class ItemContext(DbContextOptions<ItemContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Item>(item =>
            {
                item.ToTable("item");
                item.Property(i => i.Id).ValueGeneratedNever();
            });
    }

    private sealed class Item
    {
        public int Id { get; set; }

        public int Amount { get; set; }
    }
}
