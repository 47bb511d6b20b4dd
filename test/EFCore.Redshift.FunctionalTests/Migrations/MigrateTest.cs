using EFCore.Redshift.FunctionalTests.TestUtilities;
using EFCore.Redshift.Infrastructure;
using EFCore.Redshift.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace EFCore.Redshift.FunctionalTests.Migrations;

public sealed class MigrateTest
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Migrations_are_applied_reverted_and_listed(bool async)
    {
        await using var schema = await TestSchema.CreateAsync();
        await using var context = Context(schema);

        Assert.Equal(["20240101000000_First", "20240202000000_Second"], await context.Database.GetPendingMigrationsAsync());
        await MigrateAsync(context, async);

        Assert.Equal(["20240101000000_First", "20240202000000_Second"], await context.Database.GetAppliedMigrationsAsync());
        Assert.Equal(@"it's \ a note", await schema.ScalarAsync("SELECT note FROM orders WHERE id = 1"));

        await MigrateAsync(context, async);
        Assert.Equal(2L, await schema.ScalarAsync("SELECT COUNT(*) FROM orders"));

        await MigrateAsync(context, async, "20240101000000_First");
        Assert.Equal(["20240101000000_First"], await context.Database.GetAppliedMigrationsAsync());
        await Assert.ThrowsAsync<PostgresException>(() => schema.ScalarAsync("SELECT note FROM orders"));
    }

    [Fact]
    public async Task Two_that_migrate_at_once_apply_each_migration_once()
    {
        await using var schema = await TestSchema.CreateAsync();
        await using (var context = Context(schema))
        {
            await MigrateAsync(context, async: true, "20240101000000_First");
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            await using var context = Context(schema);
            await context.Database.MigrateAsync();
        }));

        await using var after = Context(schema);
        Assert.Equal(["20240101000000_First", "20240202000000_Second"], await after.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task The_history_table_may_have_another_name_and_schema()
    {
        await using var schema = await TestSchema.CreateAsync();
        await using var context = Context(schema, b => b.MigrationsHistoryTable("My History", schema.Name));

        await context.Database.MigrateAsync();

        Assert.Equal(2L, await schema.ScalarAsync("SELECT COUNT(*) FROM \"my history\""));
        Assert.Equal(["20240101000000_First", "20240202000000_Second"], await context.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public void The_script_is_in_Redshifts_SQL_and_an_idempotent_one_is_refused()
    {
        using var context = new OrdersContext(
            new DbContextOptionsBuilder<OrdersContext>().UseRedshift("Host=localhost", b => b.HandOffCreateTable()).Options);
        var migrator = context.GetService<IMigrator>();

        Assert.Equal(
            """
            CREATE TABLE IF NOT EXISTS "__efmigrationshistory" (
                "migrationid" varchar(450) NOT NULL,
                "productversion" varchar(96) NOT NULL,
                PRIMARY KEY ("migrationid")
            )
            DISTSTYLE ALL;

            START TRANSACTION;
            CREATE TABLE "orders" (
                "id" integer NOT NULL
            )
            DISTSTYLE ALL
            SORTKEY AUTO;

            ALTER TABLE "orders" ADD CONSTRAINT "pk_orders" PRIMARY KEY ("id");

            INSERT INTO "orders" ("id")
            VALUES (1),
            (2);

            INSERT INTO "__efmigrationshistory" ("migrationid", "productversion")
            VALUES ('20240101000000_First', '10.0.14');

            COMMIT;
            """,
            migrator.GenerateScript(toMigration: "20240101000000_First").ReplaceLineEndings("\n").Trim());

        var exception = Assert.Throws<NotSupportedException>(() => migrator.GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
        Assert.StartsWith("Redshift cannot run a part of a script under a condition", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_in_a_migration_is_refused_with_its_statements_unless_it_is_handed_off()
    {
        await using var schema = await TestSchema.CreateAsync();
        await using var context = new OrdersContext(
            new DbContextOptionsBuilder<OrdersContext>()
                .UseRedshift(schema.ConnectionString, b => b.SearchPath(schema.Name))
                .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))
                .Options);

        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => context.Database.MigrateAsync());
        Assert.Contains("CREATE TABLE \"orders\"", exception.Message, StringComparison.Ordinal);
        Assert.Empty(await context.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task Databases_are_never_made_or_dropped()
    {
        await using var context = new OrdersContext(
            new DbContextOptionsBuilder<OrdersContext>()
                .UseRedshift(
                    new NpgsqlConnectionStringBuilder(await TestServer.ConnectionStringAsync()) { Database = "not_there" }.ConnectionString,
                    b => b.HandOffCreateTable())
                .Options);

        Assert.False(await context.Database.CanConnectAsync());
        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => context.Database.EnsureCreatedAsync());
        Assert.StartsWith("The database does not exist", exception.Message, StringComparison.Ordinal);

        exception = Assert.Throws<NotSupportedException>(() => context.Database.EnsureDeleted());
        Assert.StartsWith("The Redshift provider does not drop databases", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotSupportedException>(() => context.Database.EnsureDeletedAsync());
    }

    private static Task MigrateAsync(DbContext context, bool async, string? target = null)
    {
        var migrator = context.GetService<IMigrator>();
        if (async)
        {
            return migrator.MigrateAsync(target);
        }

        migrator.Migrate(target);
        return Task.CompletedTask;
    }

    private static OrdersContext Context(
        TestSchema schema,
        Action<RedshiftDbContextOptionsBuilder>? configure = null)
        => new(schema.Options<OrdersContext>(
            b =>
            {
                b.EnableRetryOnFailure(maxRetryDelay: TimeSpan.Zero);
                configure?.Invoke(b);
            },
            b => b.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))));

    public sealed class OrdersContext(DbContextOptions<OrdersContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Order>().ToTable("Orders").Property(o => o.Id).ValueGeneratedNever();
    }

    private sealed class Order
    {
        public int Id { get; set; }

        public string? Note { get; set; }
    }

    [DbContext(typeof(OrdersContext))]
    [Migration("20240101000000_First")]
    public sealed class First : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                    "Orders",
                    table => new { Id = table.Column<int>() },
                    constraints: table => table.PrimaryKey("PK_Orders", o => o.Id))
                .Annotation(RedshiftAnnotationNames.DistributionStyle, RedshiftDistributionStyle.All);
            migrationBuilder.InsertData("Orders", ["Id"], ["integer"], new object[,] { { 1 }, { 2 } });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
            => migrationBuilder.DropTable("Orders");
    }

    [DbContext(typeof(OrdersContext))]
    [Migration("20240202000000_Second")]
    public sealed class Second : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>("Note", "Orders", "varchar(20)", nullable: true);
            migrationBuilder.AlterColumn<string>(
                "Note", "Orders", "varchar(40)", nullable: true, oldClrType: typeof(string), oldType: "varchar(20)", oldNullable: true);
            migrationBuilder.UpdateData("Orders", ["Id"], ["integer"], [1], ["Note"], ["varchar(40)"], [@"it's \ a note"]);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
            => migrationBuilder.DropColumn("Note", "Orders");
    }
}
