using System.Diagnostics;
using EFCore.Redshift.Bulk;
using Microsoft.EntityFrameworkCore;

namespace QuickStart;

/// <summary>Tables made by SQL, loaded by COPY, queried by LINQ, added to by SaveChanges, unloaded by UNLOAD.</summary>
internal sealed class MainJob(IReadOnlyList<TickitTable> tables, TickitContext db, Warehouse warehouse, SqlRecorder recorder, Story story)
{
    public static async Task RunAsync(Arguments arguments)
    {
        var clock = Stopwatch.StartNew();
        Story.Step(arguments.Connection is null ? "Starting the emulator" : "Connecting to the cluster");
        await using var warehouse = await Warehouse.OpenAsync(arguments);
        await warehouse.StageAsync(arguments);

        var recorder = new SqlRecorder();
        await using var db = new TickitContext(
            new DbContextOptionsBuilder<TickitContext>()
                .UseRedshift(warehouse.ConnectionString)
                .AddInterceptors(recorder)
                .Options);
        var story = new Story(recorder);

        var job = new MainJob(arguments.Tables, db, warehouse, recorder, story);
        await job.CreateTablesAsync();
        await job.LoadAsync();
        await Reports.ShowAsync(db, story);
        var added = await job.AddSalesAsync();
        await job.UnloadAndReloadAsync(added);

        Story.Step($"Done in {clock.Elapsed.TotalSeconds:N1} s");
    }

    // EF knows nothing of distribution and sort keys, so the tables are made by SQL of one's own.
    private async Task CreateTablesAsync()
    {
        Story.Step("Creating the tables");
        await db.Database.ExecuteSqlRawAsync($"DROP SCHEMA IF EXISTS {TickitContext.Schema} CASCADE");
        await db.Database.ExecuteSqlRawAsync($"CREATE SCHEMA {TickitContext.Schema}");
        foreach (var table in tables)
        {
            await db.Database.ExecuteSqlRawAsync(table.CreateScript);
        }

        story.ShowSql();
    }

    private async Task LoadAsync()
    {
        Story.Step("Loading them with COPY");
        foreach (var table in tables)
        {
            var loaded = await db.Database.CopyAsync(
                table.QualifiedName,
                $"{warehouse.S3}/tickit/{table.File}",
                copy => copy.WithIamRole(warehouse.IamRole).WithDelimiter(table.Delimiter).WithTimeFormat(table.TimeFormat));
            story.ShowSql();
            Story.Say($"{table.Name}: {loaded.RowCount:N0} rows");
        }
    }

    // A thousand rows with identity keys: EF gets the keys although Redshift has no RETURNING.
    private async Task<List<Sale>> AddSalesAsync()
    {
        Story.Step("Adding 1,000 sales with SaveChanges");
        var sales = await db.Listings
            .OrderBy(l => l.ListId)
            .Take(1_000)
            .Select(l => new Sale
            {
                ListId = l.ListId,
                SellerId = l.SellerId,
                BuyerId = l.SellerId + 1,
                EventId = l.EventId,
                DateId = l.DateId,
                QtySold = 1,
                PricePaid = l.PricePerTicket,
                Commission = 1.25m,
                SaleTime = l.ListTime
            })
            .ToListAsync();
        recorder.Take();

        db.Sales.AddRange(sales);
        var rows = await db.SaveChangesAsync();

        var statements = recorder.Take();
        Story.Say($"{rows:N0} rows in {statements.Count} statements; keys {sales.Min(s => s.SalesId)} to {sales.Max(s => s.SalesId)}");
        var keys = sales.Select(s => s.SalesId).ToList();
        Check("the keys are distinct", keys.Distinct().Count() == rows);
        Check("the rows are there under these keys", await db.Sales.CountAsync(s => keys.Contains(s.SalesId)) == rows);
        recorder.Take();
        return sales;
    }

    private async Task UnloadAndReloadAsync(List<Sale> sales)
    {
        Story.Step("Unloading a query and loading it into a second table");
        var query = db.Sales
            .Where(s => s.PricePaid >= 100)
            .Select(s => new { s.SalesId, s.EventId, s.PricePaid, s.SaleTime });
        var unloaded = await query.UnloadAsync(
            $"{warehouse.S3}/unload/sales_",
            unload => unload.WithIamRole(warehouse.IamRole).WithCsv().WithHeader().WithGzip().WithAllowOverwrite());

        await db.Database.ExecuteSqlRawAsync(
            $"""
            CREATE TABLE {TickitContext.Schema}.large_sales (salesid bigint, eventid integer, pricepaid decimal(8,2), saletime timestamp)
            DISTSTYLE EVEN SORTKEY(saletime)
            """);
        var loaded = await db.Database.CopyAsync(
            $"{TickitContext.Schema}.large_sales",
            $"{warehouse.S3}/unload/sales_",
            copy => copy.WithIamRole(warehouse.IamRole).WithCsv().WithIgnoreHeader(1).WithGzip());
        story.ShowSql();

        Story.Say($"unloaded {unloaded.RowCount:N0} rows, loaded {loaded.RowCount:N0}");
        Check("both counts agree", unloaded.RowCount == loaded.RowCount);
        var copied = await db.Database
            .SqlQuery<decimal>($"SELECT SUM(pricepaid) AS value FROM quickstart.large_sales")
            .SingleAsync();
        Check("both sums agree", copied == await query.SumAsync(s => s.PricePaid));
        Check("the new sales are among them", sales.Count(s => s.PricePaid >= 100) <= loaded.RowCount);
    }

    private static void Check(string claim, bool holds)
    {
        Story.Say($"  {(holds ? "ok  " : "FAIL")} {claim}");
        if (!holds)
        {
            throw new InvalidOperationException($"The quick start found that it does not hold: {claim}.");
        }
    }
}
