using System.Text;
using EFCore.Redshift.Bulk;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using EFCore.Redshift.FunctionalTests.Update;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.Bulk;

/// <summary>Gives each test a folder in the emulator's bucket, and tables to load and unload.</summary>
public abstract class BulkTest : SavingTest
{
    protected const string Role = "arn:aws:iam::123456789012:role/loader";

    private const string Bucket = "bulk-tests";

    private readonly string _prefix = Guid.NewGuid().ToString("N");

    protected override string Tables
        => """
           CREATE TABLE sale (id bigint, name varchar(50), price decimal(8, 2), sold date, changed timestamp);
           CREATE TABLE target (id bigint, name varchar(50), price decimal(8, 2), sold date, changed timestamp)
           """;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Directory.CreateDirectory(await FolderAsync());
    }

    protected string Location(string name)
        => $"s3://{Bucket}/{_prefix}/{name}";

    protected BulkContext Context(Action<DbContextOptionsBuilder>? configure = null)
        => new(Options<BulkContext>(configure));

    protected async Task WriteAsync(string name, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(await FolderAsync(), name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    protected async Task<string> ReadAsync(string name)
        => await File.ReadAllTextAsync(Path.Combine(await FolderAsync(), name));

    protected async Task<string[]> FilesAsync()
        => [.. Directory.GetFiles(await FolderAsync()).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private async Task<string> FolderAsync()
        => Path.Combine((await TestServer.EmulatorAsync()).S3Root, Bucket, _prefix);

    protected sealed class BulkContext(DbContextOptions<BulkContext> options) : DbContext(options)
    {
        public DbSet<Sale> Sales
            => Set<Sale>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Sale>(b =>
            {
                b.ToTable("sale");
                b.Property(s => s.Id).ValueGeneratedNever();
                b.Property(s => s.Price).HasPrecision(8, 2);
            });
    }

    protected sealed class Sale
    {
        public long Id { get; set; }

        public string? Name { get; set; }

        public decimal? Price { get; set; }

        public DateOnly? Sold { get; set; }

        public DateTime? Changed { get; set; }
    }
}
