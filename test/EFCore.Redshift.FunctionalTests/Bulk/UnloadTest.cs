using EFCore.Redshift.Bulk;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Bulk;

public class UnloadTest : BulkTest
{
    [Fact]
    public async Task A_query_is_unloaded_and_loaded_again()
    {
        await using var db = Context();
        db.AddRange(
            new Sale { Id = 1, Name = "plain", Price = 1.5m, Sold = new DateOnly(2024, 2, 29), Changed = new DateTime(2024, 2, 29, 12, 0, 0) },
            new Sale { Id = 2, Name = "it's \\ \"quoted\", with\nlines", Price = -2 },
            new Sale { Id = 3, Name = "left out" });
        await db.SaveChangesAsync();
        var nasty = "it's \\ \"quoted\", with\nlines";

        var unloaded = await db.Sales.Where(s => s.Name == "plain" || s.Name == nasty)
            .UnloadAsync(Location("f_"), unload => unload.WithIamRole(Role).WithCsv().WithHeader().WithGzip());
        var loaded = await db.Database.CopyAsync(
            "target", Location("f_"), copy => copy.WithIamRole(Role).WithCsv().WithIgnoreHeader(1).WithGzip().WithColumns(
                "id", "changed", "name", "price", "sold"));

        Assert.Equal(2, unloaded.RowCount);
        Assert.Equal(2, loaded.RowCount);
        Assert.Equal(2L, await Schema.ScalarAsync("SELECT COUNT(*) FROM sale s JOIN target t ON s.id = t.id AND s.name = t.name AND s.price = t.price"));
    }

    [Fact]
    public async Task The_files_are_written_as_asked()
    {
        await using var db = Context();
        db.AddRange(new Sale { Id = 2, Name = "b" }, new Sale { Id = 1, Name = "a'\\" });
        await db.SaveChangesAsync();
        var prefix = "a'\\";

        db.Sales.OrderBy(s => s.Id).Select(s => new { s.Id, Twice = s.Id, s.Name, IsA = s.Name == prefix, Constant = "x|y" })
            .Unload(Location("f_"), unload => unload.WithIamRole(Role).WithParallel(false).WithDelimiter(';').WithNullAs("-").WithHeader());

        Assert.Equal(["f_000"], await FilesAsync());
        Assert.Equal("id;twice;name;isa;constant\n1;1;a'\\;t;x|y\n2;2;b;f;x|y\n", await ReadAsync("f_000"));
    }

    [Fact]
    public async Task Sql_is_unloaded_as_it_is()
    {
        await using var db = Context();
        db.Add(new Sale { Id = 7, Name = "x" });
        await db.SaveChangesAsync();

        var result = await db.Database.UnloadAsync(
            "SELECT id, 'it''s \\\\{0}' FROM sale", Location("f_"), unload => unload.WithIamRole(Role).WithParallel(false));

        Assert.Equal(1, result.RowCount);
        Assert.Equal("7|it's \\{0}\n", await ReadAsync("f_000"));
    }

    [Fact]
    public async Task Files_that_exist_are_not_overwritten_unless_that_is_allowed()
    {
        await using var db = Context();
        db.Add(new Sale { Id = 7 });
        await db.SaveChangesAsync();
        void Configure(RedshiftUnloadBuilder unload)
            => unload.WithIamRole(Role).WithParallel(false);

        await db.Sales.Select(s => s.Id).UnloadAsync(Location("f_"), Configure);
        await Assert.ThrowsAsync<RedshiftLoadException>(() => db.Sales.Select(s => s.Id).UnloadAsync(Location("f_"), Configure));
        var result = await db.Sales.Select(s => s.Id).UnloadAsync(Location("f_"), unload =>
        {
            Configure(unload);
            unload.WithAllowOverwrite();
        });

        Assert.Equal(1, result.RowCount);
    }

    [Fact]
    public void Values_of_variables_become_literals_at_both_levels_of_quoting()
    {
        using var db = Context();
        var name = "O'Neil\\ {0} --";
        var ids = new List<long> { 1, 2 };
        decimal? none = null;

        Assert.Equal(
            """
            UNLOAD ('SELECT "s"."id"
            FROM "sale" AS "s"
            WHERE "s"."name" = ''O''''Neil\\\\ {0} --'' AND "s"."id" IN (1, 2) AND "s"."price" IS NULL')
            """.ReplaceLineEndings("\n"),
            Query(db.Sales.Where(s => s.Name == name && ids.Contains(s.Id) && s.Price == none).Select(s => s.Id)));
    }

    [Fact]
    public void Each_projected_member_is_one_column_in_its_order_under_its_name()
    {
        using var db = Context();
        var variable = 5;

        Assert.Equal(
            """
            UNLOAD ('SELECT "s"."name" AS "second", "s"."id" AS "a", "s"."id" AS "b", 5 AS "variable", TRUE AS "flag"
            FROM "sale" AS "s"')
            """.ReplaceLineEndings("\n"),
            Query(db.Sales.Select(s => new { Second = s.Name, A = s.Id, B = s.Id, variable, Flag = true })));
    }

    [Fact]
    public void Objects_with_constructors_and_initializers_name_the_columns()
    {
        using var db = Context();

        Assert.Equal(
            """
            UNLOAD ('SELECT "s"."name" AS "key", CAST(COUNT(*) AS integer) AS "count", COALESCE(SUM("s"."price"), 0.0) AS "total"
            FROM "sale" AS "s"
            GROUP BY "s"."name"')
            """.ReplaceLineEndings("\n"),
            Query(db.Sales.GroupBy(s => s.Name).Select(g => new Line(g.Key, g.Count()) { Total = g.Sum(s => s.Price) })));
    }

    [Fact]
    public void An_entity_has_its_columns()
    {
        using var db = Context();

        Assert.Equal(
            """
            UNLOAD ('SELECT "s"."id", "s"."changed", "s"."name", "s"."price", "s"."sold"
            FROM "sale" AS "s"')
            """.ReplaceLineEndings("\n"),
            Query(db.Sales));
    }

    [Fact]
    public void A_limit_moves_into_a_derived_table()
    {
        using var db = Context();
        var take = 3;

        Assert.Equal(
            """
            UNLOAD ('SELECT * FROM (
            SELECT "s"."name"
            FROM "sale" AS "s"
            ORDER BY "s"."id"
            LIMIT 3 OFFSET 3
            ) AS "limited"')
            """.ReplaceLineEndings("\n"),
            Query(db.Sales.OrderBy(s => s.Id).Skip(take).Take(take).Select(s => s.Name)));
    }

    [Fact]
    public void Parameters_of_FromSql_become_literals()
    {
        using var db = Context();
        var name = "o'x\\";

        Assert.Contains(
            "SELECT * FROM sale WHERE name = ''o''''x\\\\\\\\''",
            Query(db.Sales.FromSql($"SELECT * FROM sale WHERE name = {name}").Select(s => s.Id)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_the_client_is_refused()
    {
        using var db = Context();

        var method = Assert.Throws<InvalidOperationException>(() => Query(db.Sales.Select(s => new { s.Id, Client = OnClient(s.Name) })));
        var collection = Assert.Throws<InvalidOperationException>(
            () => Query(db.Sales.Select(s => new { s.Id, Others = db.Sales.Where(o => o.Name == s.Name).ToList() })));

        Assert.Contains("a part of it is not a column", method.Message, StringComparison.Ordinal);
        Assert.Contains("a part of it is not a column: a collection", collection.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Enumerable.Range(1, 1).AsQueryable().ToUnloadCommand("s3://b", unload => unload.WithDefaultIamRole()));
    }

    [Fact]
    public void Every_option_has_its_words()
    {
        using var db = Context();

        Assert.Equal(
            """
            UNLOAD ('SELECT 1')
            TO 's3://b/p_'
            IAM_ROLE default
            DELIMITER AS ','
            NULL AS '\\N'
            HEADER
            ADDQUOTES
            ESCAPE
            ZSTD
            MANIFEST
            ALLOWOVERWRITE
            PARALLEL OFF
            MAXFILESIZE 100 MB
            REGION 'us-east-1'
            EXTENSION 'csv'
            """.ReplaceLineEndings("\n"),
            db.Database.ToUnloadCommand("SELECT 1", "s3://b/p_", unload => unload
                .WithDefaultIamRole()
                .WithDelimiter(',')
                .WithNullAs("\\N")
                .WithHeader()
                .WithAddQuotes()
                .WithEscape()
                .WithZstd()
                .WithManifest()
                .WithAllowOverwrite()
                .WithParallel(false)
                .WithMaxFileSize(100)
                .WithRegion("us-east-1")
                .WithExtension("csv")));
    }

    [Fact]
    public void Options_that_exclude_each_other_are_refused()
    {
        using var db = Context();
        string Build(Action<RedshiftUnloadBuilder> configure)
            => db.Database.ToUnloadCommand("SELECT 1", "s3://b/p", unload => configure(unload.WithDefaultIamRole()));

        Assert.Throws<InvalidOperationException>(() => Build(unload => unload.WithCsv().WithAddQuotes()));
        Assert.Throws<InvalidOperationException>(() => Build(unload => unload.WithAllowOverwrite().WithCleanPath()));
        Assert.Throws<InvalidOperationException>(() => Build(unload => unload.WithParquet().WithHeader()));
        Assert.Throws<InvalidOperationException>(() => Build(unload => unload.WithJson().WithDelimiter('|')));
        Assert.Throws<InvalidOperationException>(() => Build(unload => unload.WithParquet().WithGzip()));
    }

    private static string OnClient(string? name)
        => name + "!";

    private static string Query<T>(IQueryable<T> query)
    {
        var sql = query.ToUnloadCommand("s3://b/p", unload => unload.WithDefaultIamRole());
        return sql[..sql.IndexOf("\nTO ", StringComparison.Ordinal)];
    }

    private sealed record Line(string? Key, int Count)
    {
        public decimal? Total { get; init; }
    }
}
