using EFCore.Redshift.FunctionalTests.TestUtilities;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.FunctionalTests.Storage;

/// <summary>Whatever way a string takes to the server, the same string is there and nothing else is.</summary>
public sealed class HostileStringsTest(HostileStringsTest.TextFixture fixture) : IClassFixture<HostileStringsTest.TextFixture>
{
    [Fact]
    public void As_a_parameter()
        => ForAll((context, text) => context.Texts.Where(t => t.Id == 0).Select(t => t.Value + text).Single());

    [Fact]
    public void As_a_constant()
        => ForAll((context, text) => context.Texts.Where(t => t.Id == 0).Select(t => t.Value + EF.Constant(text)).Single());

    [Fact]
    public void As_a_constant_in_a_list()
        => ForAll((context, text) =>
        {
            var texts = new[] { text, "no such text" };

            return context.Texts.Where(t => EF.Constant(texts).Contains(t.Value + text)).Select(t => t.Value + text).Single();
        });

    [Fact]
    public void As_a_tag()
        => ForAll((context, text) =>
        {
            _ = context.Texts.TagWith("-" + text).Where(t => t.Id == 0).Select(t => t.Value + "x").Single();

            return text;
        });

    [Fact]
    public void Interpolated_into_a_raw_query()
        => ForAll((context, text) => context.Database.SqlQuery<string>($"SELECT value || {text} AS \"value\" FROM texts WHERE id = 0").ToList().Single());

    [Fact]
    public void Saved()
        => ForAll((context, text) =>
        {
            using var transaction = context.Database.BeginTransaction();
            context.AddRange(new Text { Id = 1, Value = text }, new Text { Id = 2, Value = text });
            context.SaveChanges();
            context.ChangeTracker.Clear();

            var stored = context.Texts.Single(t => t.Id == 1);
            stored.Value = "changed";
            context.SaveChanges();

            return context.Texts.AsNoTracking().Single(t => t.Id == 2).Value;
        });

    [Fact]
    public void Seeded_by_a_migration()
        => ForAll((context, text) =>
        {
            using var transaction = context.Database.BeginTransaction();
            Run(
                context,
                new InsertDataOperation { Table = "Texts", Columns = ["Id", "Value"], Values = new object[,] { { 3, text }, { 4, text } } },
                new UpdateDataOperation
                {
                    Table = "Texts", KeyColumns = ["Id", "Value"], KeyValues = new object[,] { { 3, text } }, Columns = ["Id"], Values = new object[,] { { 5 } }
                });

            return context.Texts.AsNoTracking().Where(t => t.Id == 5).Select(t => t.Value).Single();
        });

    [Fact]
    public void As_a_default_and_a_comment_in_DDL()
        => ForAll(
            (context, text) =>
            {
                using var transaction = context.Database.BeginTransaction();
                Run(
                    context,
                    new AddColumnOperation
                    {
                        Table = "Texts", Name = "Added", ClrType = typeof(string), DefaultValue = text, Comment = text, IsNullable = true
                    });

                return context.Database.SqlQueryRaw<string>("SELECT added AS \"value\" FROM texts WHERE id = 0").ToList().Single();
            },
            maxTest: 30);

    private void ForAll(Func<TextContext, string, string> thereAndBack, int maxTest = 100)
        => Prop
            .ForAll(
                HostileStrings.Arbitrary,
                text =>
                {
                    using var context = fixture.CreateContext();
                    Assert.Equal(text, thereAndBack(context, text));
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(maxTest).WithReplay(TestSeed.Number, gamma: 1));

    private static void Run(DbContext context, params MigrationOperation[] operations)
        => context.GetService<IMigrationCommandExecutor>().ExecuteNonQuery(
            context.GetService<IMigrationsSqlGenerator>().Generate(operations, context.GetService<IDesignTimeModel>().Model),
            context.GetService<IRelationalConnection>());

    public sealed class TextFixture : IAsyncLifetime
    {
        private TestSchema? _schema;
        private DbContextOptions<TextContext>? _options;

        public async Task InitializeAsync()
        {
            _schema = await TestSchema.CreateAsync();
            _options = _schema.Options<TextContext>();
            await using var context = CreateContext();
            await TestSchema.CreateTablesAsync(context);
            await _schema.ExecuteAsync("INSERT INTO texts (id, value) VALUES (0, '')");
        }

        public TextContext CreateContext()
            => new(_options!);

        public async Task DisposeAsync()
        {
            if (_schema is not null)
            {
                await _schema.DisposeAsync();
            }
        }
    }

    public sealed class TextContext(DbContextOptions<TextContext> options) : DbContext(options)
    {
        public DbSet<Text> Texts
            => Set<Text>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Text>().Property(t => t.Id).ValueGeneratedNever();
    }

    public sealed class Text
    {
        public int Id { get; set; }

        public string Value { get; set; } = "";
    }
}
