using System.Transactions;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using EFCore.Redshift.FunctionalTests.Update;
using EFCore.Redshift.Metadata;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.ValueGeneration;

public class SequenceTest : SavingTest
{
    protected override string Tables
        => """
           CREATE TABLE item (id bigint, name varchar(100));
           CREATE TABLE countdown (id smallint, name varchar(100))
           """;

    [Fact]
    public async Task Keys_are_known_when_an_entity_is_added_and_nothing_is_read_back()
    {
        using var db = await CreateAsync();
        Sql.Clear();
        var items = Enumerable.Range(0, 25).Select(i => new Item { Name = $"i{i}" }).ToList();
        db.AddRange(items);

        Assert.Equal(Enumerable.Range(0, 25).Select(i => 100L + (i * 5)), items.Select(i => i.Id));
        await db.SaveChangesAsync();

        Assert.StartsWith("INSERT INTO \"item\"", Assert.Single(Sql.Statements), StringComparison.Ordinal);
        Assert.Equal(25L, await Schema.ScalarAsync("SELECT COUNT(DISTINCT id) FROM item"));
        Assert.Equal(100L + (30 * 5), await Schema.ScalarAsync("SELECT next_value FROM ef_sequences WHERE name = 'item_id'"));
    }

    [Fact]
    public async Task A_sequence_may_count_downwards_and_ends_with_its_type()
    {
        using var db = await CreateAsync();
        var first = new Countdown();
        var second = new Countdown();
        await db.AddAsync(first);
        await db.AddAsync(second);

        Assert.Equal((-32767, -32768), (first.Id, second.Id));
        var exception = Assert.Throws<InvalidOperationException>(() => db.Add(new Countdown()));
        Assert.Equal("The value -32769 of the sequence 'count''down' does not fit into 'Int16'.", exception.Message);
    }

    [Fact]
    public async Task Creating_the_sequences_again_changes_nothing()
    {
        using var db = await CreateAsync();
        await db.Database.NextRedshiftSequenceValueAsync("item_id");

        db.Database.CreateRedshiftSequences();

        Assert.Equal(150L, await Schema.ScalarAsync("SELECT next_value FROM ef_sequences WHERE name = 'item_id'"));
        Assert.Equal(2L, await Schema.ScalarAsync("SELECT COUNT(*) FROM ef_sequences"));
    }

    [Fact]
    public async Task A_block_is_kept_when_the_transaction_of_the_application_is_rolled_back()
    {
        using var db = await CreateAsync();
        long id;
        await using (await db.Database.BeginTransactionAsync())
        {
            var item = new Item();
            await db.AddAsync(item);
            await db.SaveChangesAsync();
            id = item.Id;
        }

        Assert.NotEqual(id, db.Database.NextRedshiftSequenceValue("item_id"));
        Assert.Equal(150L, await Schema.ScalarAsync("SELECT next_value FROM ef_sequences WHERE name = 'item_id'"));
    }

    [Fact]
    public async Task An_ambient_transaction_does_not_hold_the_key_table()
    {
        using var db = await CreateAsync();
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await db.Database.NextRedshiftSequenceValueAsync("item_id");
        }

        Assert.Equal(150L, await Schema.ScalarAsync("SELECT next_value FROM ef_sequences WHERE name = 'item_id'"));
    }

    [Fact]
    public async Task Sessions_that_do_not_share_blocks_never_get_the_same_value()
    {
        using (await CreateAsync())
        {
        }

        // Service providers of their own, as processes of their own have.
        var values = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var db = new SequenceContext(Options<SequenceContext>(builder => builder.EnableServiceProviderCaching(false)));
            var taken = new List<long>();
            for (var i = 0; i < 60; i++)
            {
                taken.Add(i % 2 == 0 ? db.Database.NextRedshiftSequenceValue("item_id") : await db.Database.NextRedshiftSequenceValueAsync("item_id"));
            }

            return taken;
        })));

        Assert.Equal(240, values.SelectMany(v => v).Distinct().Count());
        Assert.All(values.SelectMany(v => v), value => Assert.Equal(0, (value - 100) % 5));
    }

    [Fact]
    public async Task Without_the_key_table_the_message_says_how_to_make_it()
    {
        using var db = new SequenceContext(Options<SequenceContext>());

        var missing = await Assert.ThrowsAsync<InvalidOperationException>(async () => await db.Database.NextRedshiftSequenceValueAsync("item_id"));
        var unknown = Assert.Throws<InvalidOperationException>(() => db.Database.NextRedshiftSequenceValue("other"));

        Assert.Contains("Call 'Database.CreateRedshiftSequencesAsync()' once", missing.Message, StringComparison.Ordinal);
        Assert.Contains("The model has no sequence 'other'", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_makes_the_table_and_the_sequences()
    {
        using var db = new SequenceContext(Options<SequenceContext>());

        Assert.Equal(
            """
            CREATE TABLE IF NOT EXISTS "ef_sequences" ("name" varchar(127) NOT NULL, "next_value" bigint NOT NULL, PRIMARY KEY ("name")) DISTSTYLE ALL;
            INSERT INTO "ef_sequences" ("name", "next_value")
            SELECT 'count''''down', -32767
            WHERE NOT EXISTS (SELECT 1 FROM "ef_sequences" WHERE "name" = 'count''''down');
            INSERT INTO "ef_sequences" ("name", "next_value")
            SELECT 'item_id', 100
            WHERE NOT EXISTS (SELECT 1 FROM "ef_sequences" WHERE "name" = 'item_id');

            """.ReplaceLineEndings("\n"),
            db.Database.GenerateRedshiftSequencesScript());
    }

    [Fact]
    public void The_model_knows_its_sequences()
    {
        using var db = new SequenceContext(Options<SequenceContext>());

        Assert.Equal(
            [new RedshiftSequence("count''down", -32767, -1, 10), new RedshiftSequence("item_id", 100, 5, 10)],
            db.Model.GetRedshiftSequences());
        Assert.Equal(
            RedshiftValueGenerationStrategy.Sequence,
            db.Model.FindEntityType(typeof(Item))!.FindPrimaryKey()!.Properties[0].GetRedshiftValueGenerationStrategy());
    }

    private async Task<SequenceContext> CreateAsync()
    {
        var db = new SequenceContext(Options<SequenceContext>(builder => builder.EnableServiceProviderCaching(false)));
        await db.Database.CreateRedshiftSequencesAsync();
        return db;
    }

    private sealed class SequenceContext(DbContextOptions<SequenceContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Item>(b =>
            {
                b.ToTable("item");
                b.Property(i => i.Id).UseRedshiftSequence("item_id", startsAt: 100, incrementsBy: 5, blockSize: 10);
            });
            modelBuilder.Entity<Countdown>(b =>
            {
                b.ToTable("countdown");
                b.Property(c => c.Id).UseRedshiftSequence("count''down", startsAt: -32767, incrementsBy: -1, blockSize: 10);
            });
        }
    }

    private sealed class Item
    {
        public long Id { get; set; }

        public string? Name { get; set; }
    }

    private sealed class Countdown
    {
        public short Id { get; set; }

        public string? Name { get; set; }
    }
}
