using System.Data.Common;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Update;

/// <summary>Inserts, updates and deletes of rows whose keys EF knows.</summary>
public class UpdatesTest : SavingTest
{
    protected override string Tables
        => """
           CREATE TABLE product (id char(36), name varchar(300), price decimal(8, 2), version integer, changed timestamp);
           CREATE TABLE category (id integer, name varchar(300), parentid integer)
           """;

    [Fact]
    public async Task Inserts_of_one_table_are_one_statement()
    {
        using var db = Context();
        db.AddRange(new Category { Id = 1, Name = "a" }, new Category { Id = 2 }, new Category { Id = 3, Name = "c'\\" });

        Assert.Equal(3, await db.SaveChangesAsync());

        AssertSql("""INSERT INTO "category" ("id", "name", "parentid") VALUES ($1, $2, $3), ($4, $5, $6), ($7, $8, $9)""");
        Assert.Equal("c'\\", await Schema.ScalarAsync("SELECT name FROM category WHERE id = 3"));
    }

    [Fact]
    public void Interleaved_tables_and_states_are_sorted_into_few_statements()
    {
        using var db = Context();
        var kept = new Category { Id = 1, Name = "kept" };
        db.Add(kept);
        db.SaveChanges();
        Sql.Clear();
        for (var i = 2; i < 6; i++)
        {
            db.Add(new Category { Id = i, ParentId = i - 1 });
            db.Add(new Product { Name = $"p{i}" });
        }

        kept.Name = "changed";

        Assert.Equal(9, db.SaveChanges());

        Assert.Equal(3, Sql.Statements.Count);
    }

    [Fact]
    public async Task No_insert_is_larger_than_the_batch_size()
    {
        using var db = new UpdatesContext(Schema.Options<UpdatesContext>(
            options => options.MaxBatchSize(40),
            builder => builder.AddInterceptors(Sql)));
        db.AddRange(Enumerable.Range(0, 100).Select(i => new Category { Id = i }));

        await db.SaveChangesAsync();

        Assert.Equal(3, Sql.Statements.Count);
        Assert.Equal(100L, await Schema.ScalarAsync("SELECT COUNT(*) FROM category"));
    }

    [Fact]
    public async Task No_insert_has_more_parameters_than_the_protocol_counts()
    {
        using var db = new UpdatesContext(Schema.Options<UpdatesContext>(
            options => options.MaxBatchSize(100_000),
            builder => builder.AddInterceptors(Sql)));
        db.AddRange(Enumerable.Range(0, 12_000).Select(i => new Category { Id = i }));

        await db.SaveChangesAsync();

        Assert.Equal(2, Sql.Statements.Count);
        Assert.Equal(12_000L, await Schema.ScalarAsync("SELECT COUNT(*) FROM category"));
    }

    [Fact]
    public async Task A_few_updates_are_a_statement_each()
    {
        using var db = await SeedAsync(2);
        foreach (var product in db.Set<Product>().Local)
        {
            product.Price++;
        }

        Assert.Equal(2, await db.SaveChangesAsync());

        Assert.All(Sql.Statements, sql => Assert.Equal("UPDATE \"product\" SET \"price\" = $1\nWHERE \"id\" = $2 AND \"version\" = $3", sql));
        Assert.Equal(2, Sql.Statements.Count);
    }

    [Fact]
    public async Task Many_updates_go_through_a_temporary_table()
    {
        using var db = await SeedAsync(2500);
        foreach (var product in db.Set<Product>().Local)
        {
            product.Price++;
            product.Version = product.Version is null ? 1 : null;
        }

        Assert.Equal(2500, await db.SaveChangesAsync());

        Assert.Equal(7, Sql.Statements.Count);
        Assert.Collection(
            Sql.Statements.Select(WithoutStage),
            sql => Assert.Equal("""CREATE TEMP TABLE # ("row" integer, "c0" char(36), "v1" numeric(8,2), "c2" integer, "v2" integer)""", sql),
            sql => Assert.StartsWith("INSERT INTO # VALUES ($1, $2, $3, $4, $5), ($6,", sql, StringComparison.Ordinal),
            sql => Assert.StartsWith("INSERT INTO #", sql, StringComparison.Ordinal),
            sql => Assert.StartsWith("INSERT INTO #", sql, StringComparison.Ordinal),
            sql => Assert.Equal(
                """
                SELECT #."row", COUNT("product"."id") FROM # LEFT JOIN "product" ON "product"."id" = #."c0" AND ("product"."version" = #."c2" OR ("product"."version" IS NULL AND #."c2" IS NULL)) GROUP BY #."row" HAVING COUNT("product"."id") <> 1
                """,
                sql),
            sql => Assert.Equal(
                """
                UPDATE "product" SET "price" = #."v1", "version" = #."v2" FROM # WHERE "product"."id" = #."c0" AND ("product"."version" = #."c2" OR ("product"."version" IS NULL AND #."c2" IS NULL))
                """,
                sql),
            sql => Assert.Equal("DROP TABLE #", sql));

        using var check = Context();
        var stored = await check.Set<Product>().AsNoTracking().ToDictionaryAsync(p => p.Id);
        Assert.All(db.Set<Product>().Local, p => Assert.Equal((p.Price, p.Version, p.Name), (stored[p.Id].Price, stored[p.Id].Version, stored[p.Id].Name)));
    }

    [Fact]
    public async Task Many_deletes_go_through_a_temporary_table()
    {
        using var db = await SeedAsync(30);
        db.RemoveRange(db.Set<Product>().Local.Skip(1).ToList());

        Assert.Equal(29, await db.SaveChangesAsync());

        Assert.Equal(5, Sql.Statements.Count);
        Assert.Equal(
            """
            DELETE FROM "product" USING # WHERE "product"."id" = #."c0" AND ("product"."version" = #."c1" OR ("product"."version" IS NULL AND #."c1" IS NULL))
            """,
            WithoutStage(Sql.Statements[3]));
        Assert.Equal(1L, await Schema.ScalarAsync("SELECT COUNT(*) FROM product"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_update_of_a_row_that_is_gone_is_a_concurrency_exception(bool async)
    {
        using var db = await SeedAsync(2);
        var product = db.Set<Product>().Local.First();
        await Schema.ExecuteAsync($"DELETE FROM product WHERE id = '{product.Id}'");
        foreach (var changed in db.Set<Product>().Local)
        {
            changed.Price++;
        }

        var exception = async
            ? await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync())
            : Assert.Throws<DbUpdateConcurrencyException>(() => db.SaveChanges());

        Assert.Same(product, Assert.Single(exception.Entries).Entity);
        Assert.Contains("is not there any more, or its concurrency token has another value", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1m, await Schema.ScalarAsync("SELECT SUM(price) FROM product"));
    }

    [Fact]
    public async Task An_update_that_changes_two_rows_with_the_same_key_is_undone()
    {
        using var db = await SeedAsync(1);
        await Schema.ExecuteAsync("INSERT INTO product SELECT * FROM product");
        var product = db.Set<Product>().Local.Single();
        product.Price = 99;

        var exception = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());

        Assert.Contains("they have the same key. Redshift does not enforce keys", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0m, await Schema.ScalarAsync("SELECT SUM(price) FROM product"));
    }

    [Fact]
    public async Task A_stale_concurrency_token_is_a_concurrency_exception()
    {
        using var db = await SeedAsync(1);
        await Schema.ExecuteAsync("UPDATE product SET version = 8");
        var product = db.Set<Product>().Local.Single();
        product.Price = 99;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());

        await db.Entry(product).ReloadAsync();
        product.Price = 99;
        Assert.Equal(1, await db.SaveChangesAsync());
    }

    [Fact]
    public async Task Among_many_changes_a_missing_a_doubled_and_a_stale_row_are_each_found_and_nothing_is_changed()
    {
        using var db = await SeedAsync(20);
        var products = db.Set<Product>().Local.OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
        await Schema.ExecuteAsync($"DELETE FROM product WHERE id = '{products[2].Id}'");
        await Schema.ExecuteAsync($"INSERT INTO product SELECT * FROM product WHERE id = '{products[5].Id}'");
        await Schema.ExecuteAsync($"UPDATE product SET version = 100 WHERE id = '{products[7].Id}'");
        products.ForEach(p => p.Price += 1000);

        var exception = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());

        Assert.Equal(
            [products[2], products[5], products[7]],
            exception.Entries.Select(e => (Product)e.Entity).OrderBy(p => p.Name, StringComparer.Ordinal));
        Assert.Contains("2 are not there any more", exception.Message, StringComparison.Ordinal);
        Assert.Contains("1 have a key that other rows have too", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0L, await Schema.ScalarAsync("SELECT COUNT(*) FROM product WHERE price >= 1000"));
    }

    [Fact]
    public async Task After_a_concurrency_exception_in_the_user_s_transaction_the_session_has_no_temporary_table()
    {
        using var db = await SeedAsync(20);
        await Schema.ExecuteAsync("DELETE FROM product");
        foreach (var product in db.Set<Product>().Local)
        {
            product.Price++;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());

        Assert.Equal("DROP TABLE #", WithoutStage(Sql.Statements[^1]));
        await transaction.CommitAsync();
    }

    [Fact]
    public async Task An_interceptor_may_suppress_the_concurrency_exception()
    {
        using var db = await SeedAsync(2, builder => builder.AddInterceptors(new SuppressConcurrency()));
        await Schema.ExecuteAsync("DELETE FROM product");
        db.RemoveRange(db.Set<Product>().Local.ToList());

        Assert.Equal(2, await db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_row_that_is_deleted_and_added_under_the_same_key_is_there()
    {
        using var db = Context();
        var old = new Category { Id = 1, Name = "old" };
        db.Add(old);
        await db.SaveChangesAsync();

        db.Remove(old);
        db.Add(new Category { Id = 1, Name = "new" });
        await db.SaveChangesAsync();

        Assert.Equal("new", await Schema.ScalarAsync("SELECT name FROM category"));
    }

    [Fact]
    public async Task A_failed_statement_names_its_entities_and_undoes_all()
    {
        using var db = Context();
        var bad = new Category { Id = 2, Name = new string('x', 301) };
        db.AddRange(new Product { Name = "good" }, bad);

        var exception = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Same(bad, Assert.Single(exception.Entries).Entity);
        Assert.Equal(0L, await Schema.ScalarAsync("SELECT COUNT(*) FROM product"));
    }

    [Fact]
    public async Task Without_a_transaction_there_is_no_temporary_table()
    {
        using var db = await SeedAsync(8);
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        db.RemoveRange(db.Set<Product>().Local.ToList());

        Assert.Equal(8, await db.SaveChangesAsync());

        Assert.All(Sql.Statements, sql => Assert.StartsWith("DELETE FROM \"product\"\nWHERE", sql, StringComparison.Ordinal));
        Assert.Equal(8, Sql.Statements.Count);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_single_insert_has_a_transaction_only_where_it_may_be_repeated(bool retry, int transactions)
    {
        var begun = new TransactionCounter();
        using var db = new UpdatesContext(Schema.Options<UpdatesContext>(
            options =>
            {
                if (retry)
                {
                    options.EnableRetryOnFailure();
                }
            },
            builder => builder.AddInterceptors(Sql, begun)));
        db.Add(new Category { Id = 1 });

        await db.SaveChangesAsync();

        Assert.Equal(transactions, begun.Count);
    }

    [Fact]
    public async Task SaveChanges_in_the_user_s_transaction_sends_no_savepoint()
    {
        using var db = Context();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(new Category { Id = 1 });
        await db.SaveChangesAsync();
        await transaction.RollbackAsync();

        AssertSql("""INSERT INTO "category" ("id", "name", "parentid") VALUES ($1, $2, $3)""");
        Assert.Equal(0L, await Schema.ScalarAsync("SELECT COUNT(*) FROM category"));
    }

    private UpdatesContext Context()
        => new(Options<UpdatesContext>());

    private async Task<UpdatesContext> SeedAsync(int count, Action<DbContextOptionsBuilder>? configure = null)
    {
        var db = new UpdatesContext(Options<UpdatesContext>(configure));
        db.AddRange(Enumerable.Range(0, count).Select(i => new Product { Name = $"p{i:0000}", Price = i, Version = i % 2 == 0 ? 1 : count > 5 ? null : 1 }));
        await db.SaveChangesAsync();
        Sql.Clear();
        return db;
    }

    private static string WithoutStage(string sql)
    {
        sql = sql.Replace("\n", " ", StringComparison.Ordinal);
        var start = sql.IndexOf("\"#changes_", StringComparison.Ordinal);
        return sql.Replace(sql[start..(sql.IndexOf('"', start + 1) + 1)], "#", StringComparison.Ordinal);
    }

    private sealed class TransactionCounter : DbTransactionInterceptor
    {
        public int Count { get; private set; }

        public override ValueTask<DbTransaction> TransactionStartedAsync(
            DbConnection connection,
            TransactionEndEventData eventData,
            DbTransaction result,
            CancellationToken cancellationToken = default)
        {
            Count++;
            return base.TransactionStartedAsync(connection, eventData, result, cancellationToken);
        }
    }

    private sealed class SuppressConcurrency : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult> ThrowingConcurrencyExceptionAsync(
            ConcurrencyExceptionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default)
            => new(InterceptionResult.Suppress());
    }

    private sealed class UpdatesContext(DbContextOptions<UpdatesContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Product>(b =>
            {
                b.ToTable("product");
                b.Property(p => p.Price).HasPrecision(8, 2);
                b.Property(p => p.Version).IsConcurrencyToken();
            });
            modelBuilder.Entity<Category>(b =>
            {
                b.ToTable("category");
                b.Property(c => c.Id).ValueGeneratedNever();
                b.HasOne<Category>().WithMany().HasForeignKey(c => c.ParentId);
            });
        }
    }

    private sealed class Product
    {
        public Guid Id { get; set; }

        public required string Name { get; set; }

        public decimal Price { get; set; }

        public int? Version { get; set; }
    }

    private sealed class Category
    {
        public int Id { get; set; }

        public string? Name { get; set; }

        public int? ParentId { get; set; }
    }
}
