using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Update;

/// <summary>Counts at the server what saving costs, since a statement costs Redshift tens to hundreds of milliseconds whatever its size.</summary>
public sealed class StatementCountTest(OwnEmulatorFixture fixture) : IClassFixture<OwnEmulatorFixture>
{
    private const int Rows = 10_000;

    [Fact]
    public async Task Inserts_with_keys_of_the_client_take_one_statement_for_a_thousand_rows()
    {
        await using var db = await CreateAsync();
        db.AddRange(Enumerable.Range(0, Rows).Select(i => new ClientKey { Id = i, Name = $"n{i}", Amount = i }));

        var statements = await SaveAsync(db);

        AssertOneTransaction(statements, atMost: 10);
        Assert.Equal(Rows, await db.Set<ClientKey>().CountAsync());
    }

    [Fact]
    public async Task Keys_of_a_sequence_take_one_transaction_for_a_block_beside()
    {
        await using var db = await CreateAsync();
        await db.Database.CreateRedshiftSequencesAsync();
        fixture.Emulator.Statements.Clear();

        await db.AddRangeAsync(Enumerable.Range(0, Rows).Select(i => new SequenceKey { Name = $"n{i}", Amount = i }));
        var blocks = Sent();
        var statements = await SaveAsync(db);

        Assert.Equal(10, blocks.Count(text => text.StartsWith("UPDATE ", StringComparison.Ordinal)));
        Assert.Equal(10, blocks.Count(text => text.StartsWith("COMMIT", StringComparison.Ordinal)));
        AssertOneTransaction(statements, atMost: 10);
        Assert.Equal(Rows, await db.Set<SequenceKey>().Select(row => row.Id).Distinct().CountAsync());
    }

    [Fact]
    public async Task Inserts_with_keys_of_an_identity_column_take_forty_statements_at_most()
    {
        await using var db = await CreateAsync();
        db.AddRange(Enumerable.Range(0, Rows).Select(i => new IdentityKey { Name = $"n{i}", Amount = i }));

        var statements = await SaveAsync(db);

        AssertOneTransaction(statements, atMost: 40);
        Assert.Equal(Rows, await db.Set<IdentityKey>().Select(row => row.Id).Distinct().CountAsync());
    }

    [Fact]
    public async Task Updates_take_twenty_statements_at_most()
    {
        await using var db = await CreateAsync();
        var rows = await AddRowsAsync(db);
        foreach (var row in rows)
        {
            row.Amount += 1;
        }

        var statements = await SaveAsync(db);

        AssertOneTransaction(statements, atMost: 20);
        Assert.Equal(Enumerable.Range(1, Rows).Sum(i => (long)i), await db.Set<ClientKey>().SumAsync(row => (long)row.Amount));
    }

    [Fact]
    public async Task Deletes_take_twenty_statements_at_most()
    {
        await using var db = await CreateAsync();
        db.RemoveRange(await AddRowsAsync(db));

        var statements = await SaveAsync(db);

        AssertOneTransaction(statements, atMost: 20);
        Assert.Equal(0, await db.Set<ClientKey>().CountAsync());
    }

    private static async Task<List<ClientKey>> AddRowsAsync(CountedContext db)
    {
        var rows = Enumerable.Range(0, Rows).Select(i => new ClientKey { Id = i, Name = $"n{i}", Amount = i }).ToList();
        db.AddRange(rows);
        await db.SaveChangesAsync();
        return rows;
    }

    private async Task<IReadOnlyList<string>> SaveAsync(CountedContext db)
    {
        fixture.Emulator.Statements.Clear();
        Assert.Equal(Rows, await db.SaveChangesAsync());
        return Sent();
    }

    private List<string> Sent()
        => [.. fixture.Emulator.Statements.ToList().Select(statement => statement.Text)];

    private static void AssertOneTransaction(IReadOnlyList<string> statements, int atMost)
    {
        Assert.StartsWith("BEGIN", statements[0], StringComparison.Ordinal);
        Assert.Equal("COMMIT", statements[^1]);
        Assert.InRange(statements.Count - 2, 1, atMost);
    }

    private async Task<CountedContext> CreateAsync()
    {
        var db = new CountedContext(new DbContextOptionsBuilder<CountedContext>()
            .UseRedshift(fixture.Emulator.ConnectionString, options => options.HandOffCreateTable())
            .Options);
        await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS client_key, sequence_key, identity_key, ef_sequences");

        await TestSchema.CreateTablesAsync(db);
        return db;
    }

    private sealed class CountedContext(DbContextOptions<CountedContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.HasRedshiftSequence("counted");
            modelBuilder.Entity<ClientKey>(row =>
            {
                row.ToTable("client_key");
                row.Property(r => r.Id).ValueGeneratedNever();
            });
            modelBuilder.Entity<SequenceKey>(row =>
            {
                row.ToTable("sequence_key");
                row.Property(r => r.Id).UseRedshiftSequence("counted");
            });
            modelBuilder.Entity<IdentityKey>().ToTable("identity_key");
        }
    }

    private sealed class ClientKey
    {
        public int Id { get; set; }

        public string? Name { get; set; }

        public int Amount { get; set; }
    }

    private sealed class SequenceKey
    {
        public long Id { get; set; }

        public string? Name { get; set; }

        public int Amount { get; set; }
    }

    private sealed class IdentityKey
    {
        public long Id { get; set; }

        public string? Name { get; set; }

        public int Amount { get; set; }
    }
}
