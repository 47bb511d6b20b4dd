using EFCore.Redshift.Emulator;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Update;

/// <summary>
///     Databases whose isolation is SERIALIZABLE, as those of older clusters: transactions that read and write the same table conflict.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/c_serial_isolation.html</remarks>
public class SerializableTest : IAsyncLifetime
{
    private RedshiftEmulator? _emulator;

    public async Task InitializeAsync()
    {
        _emulator = await RedshiftEmulator.StartAsync(new RedshiftEmulatorOptions { DatabaseIsolation = DatabaseIsolation.Serializable });
        await using var db = Context(retries: 0);
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE entry (id bigint IDENTITY(1, 1), word varchar(100))");
    }

    public async Task DisposeAsync()
        => await _emulator!.DisposeAsync();

    [Fact]
    public async Task A_conflict_is_repeated_until_each_session_has_its_keys()
    {
        const int sessions = 4;
        const int rounds = 4;
        const int rows = 10;
        var keys = await Task.WhenAll(Enumerable.Range(0, sessions).Select(_ => Task.Run(async () =>
        {
            var own = new List<long>();
            for (var round = 0; round < rounds; round++)
            {
                await using var db = Context(retries: 50);
                var entries = Enumerable.Range(0, rows).Select(_ => new Entry { Word = "same" }).ToList();
                db.AddRange(entries);
                await db.SaveChangesAsync();
                own.AddRange(entries.Select(entry => entry.Id));
            }

            return own;
        })));

        await using var check = Context(retries: 0);
        var stored = await check.Set<Entry>().Select(entry => entry.Id).OrderBy(id => id).ToListAsync();
        Assert.Equal(sessions * rounds * rows, stored.Count);
        Assert.Equal(stored, keys.SelectMany(own => own).Order());
    }

    [Fact]
    public async Task Without_retry_a_conflict_is_an_exception_and_saves_nothing()
    {
        await using var first = Context(retries: 0);
        await using var second = Context(retries: 0);
        await using var firstTransaction = await first.Database.BeginTransactionAsync();
        await using var secondTransaction = await second.Database.BeginTransactionAsync();
        Assert.Equal(0, await first.Set<Entry>().CountAsync(entry => entry.Word == "a"));
        Assert.Equal(0, await second.Set<Entry>().CountAsync(entry => entry.Word == "b"));
        first.Add(new Entry { Word = "b" });
        second.Add(new Entry { Word = "a" });

        var exception = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await first.SaveChangesAsync();
            await second.SaveChangesAsync();
            await firstTransaction.CommitAsync();
            await secondTransaction.CommitAsync();
        });

        Assert.Contains("1023", (exception.InnerException ?? exception).Message, StringComparison.Ordinal);
        await using var check = Context(retries: 0);
        Assert.True(await check.Set<Entry>().CountAsync() < 2);
    }

    private EntryContext Context(int retries)
        => new(new DbContextOptionsBuilder<EntryContext>()
            .UseRedshift(_emulator!.ConnectionString, options =>
            {
                if (retries > 0)
                {
                    options.EnableRetryOnFailure(retries, TimeSpan.FromMilliseconds(50));
                }
            })
            .Options);

    private sealed class EntryContext(DbContextOptions<EntryContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Entry>().ToTable("entry");
    }

    private sealed class Entry
    {
        public long Id { get; set; }

        public string? Word { get; set; }
    }
}
