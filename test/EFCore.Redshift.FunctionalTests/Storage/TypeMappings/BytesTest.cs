using EFCore.Redshift.FunctionalTests.Update;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Storage.TypeMappings;

/// <summary>Bytes are stored as VARBYTE and travel as hexadecimal digits.</summary>
public class BytesTest : SavingTest
{
    private const int MaxBytes = 32767;

    private static readonly byte[] Some = [0x00, 0xAB, 0xFF, 0x27, 0x5C];

    protected override string Tables
        => """
           CREATE TABLE document (id integer IDENTITY(1, 1), content varbyte(64000), hash varbyte(4), version varbyte(8));
           CREATE TABLE blob (key varbyte(16), name varchar(30), made varbyte(4) DEFAULT TO_VARBYTE('0a0b', 'hex'));
           CREATE TABLE part (id integer, blobkey varbyte(16))
           """;

    [Fact]
    public async Task What_is_inserted_is_read()
    {
        byte[]?[] values = [Some, [], null, [.. Enumerable.Range(0, MaxBytes).Select(i => (byte)i)]];
        using var db = Context();
        var documents = values.Select(value => new Document { Content = value }).ToList();
        db.AddRange(documents);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        var written = documents.OrderBy(d => d.Id).Select(d => d.Content).ToList();

        Assert.Equal(written, await db.Documents.OrderBy(d => d.Id).Select(d => d.Content).ToListAsync());
        Assert.Equal(written, (await db.Documents.OrderBy(d => d.Id).ToListAsync()).ConvertAll(d => d.Content));
        Assert.Equal(written, (await db.Documents.FromSql($"SELECT * FROM document").ToListAsync()).OrderBy(d => d.Id).Select(d => d.Content));
        Assert.Equal("00abff275c", await Schema.ScalarAsync($"SELECT TO_HEX(content) FROM document WHERE id = {documents[0].Id}"));
        Assert.Contains(
            Sql.Statements,
            sql => sql.StartsWith("INSERT", StringComparison.Ordinal) && sql.Contains("(TO_VARBYTE($1, 'hex'), ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_are_compared_with_parameters_and_constants()
    {
        using var db = await SeededAsync();
        var value = Some;
        byte[][] list = [Some, [1]];
        byte[]? nothing = null;

        Assert.Equal(1, await db.Documents.CountAsync(d => d.Content == value));
        Assert.Equal(1, await db.Documents.CountAsync(d => d.Content == EF.Constant(value)));
        Assert.Equal(2, await db.Documents.CountAsync(d => list.Contains(d.Content)));
        Assert.Equal(1, await db.Documents.CountAsync(d => d.Content == nothing));
        Assert.Equal(2, await db.Documents.CountAsync(d => d.Content != value));
        Assert.Equal(1, await db.Documents.CountAsync(d => d.Content!.Length == 5));
        Assert.Contains("TO_VARBYTE(@value, 'hex')", Sql.Statements[^6], StringComparison.Ordinal);
        Assert.Contains("TO_VARBYTE('00abff275c', 'hex')", Sql.Statements[^5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_carry_them_through()
    {
        using var db = await SeededAsync();

        Assert.Equal([Some, [1]], await db.Documents.Where(d => d.Content != null).OrderBy(d => d.Content).Select(d => d.Content!).ToListAsync());
        Assert.Equal([Some, [1]], await db.Documents.Where(d => d.Content != null).Select(d => d.Content!).Distinct().OrderBy(c => c).ToListAsync());
        Assert.Equal([[1], Some], await db.Documents.Where(d => d.Content != null).Select(d => d.Content!).Distinct().OrderByDescending(c => c).Take(2).ToListAsync());
        var groups = await db.Documents.Where(d => d.Content != null).GroupBy(d => d.Content!).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        Assert.Equal([(0, 1), (1, 1)], groups.Select(g => ((int)g.Key[0], g.Count)).Order());
        Assert.Equal(
            6, (await db.Documents.Select(d => d.Content).Concat(db.Documents.Select(d => d.Hash)).ToListAsync()).Count);
        Assert.Equal(2, (await db.Documents.Select(d => d.Content).Union(db.Documents.Select(d => (byte[]?)null)).ToListAsync()).Count(c => c is not null));
        Assert.Equal(Some, await db.Documents.Where(d => d.Content != null).OrderBy(d => d.Id).Select(d => d.Content ?? d.Hash).FirstAsync());
        Assert.Equal([Some], await db.Database.SqlQuery<byte[]>($"SELECT content AS \"Value\" FROM document WHERE LEN(content) = 5").ToListAsync());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public async Task Updates_and_deletes_write_and_compare_them(int rows)
    {
        using var db = Context();
        var documents = Enumerable.Range(0, rows).Select(i => new Document { Hash = [1], Version = [(byte)i] }).ToList();
        db.AddRange(documents);
        await db.SaveChangesAsync();

        foreach (var document in documents)
        {
            document.Hash = [7, 8];
            document.Version = [200, 1];
        }

        await db.SaveChangesAsync();
        Assert.Equal((long)rows, await Schema.ScalarAsync("SELECT COUNT(*) FROM document WHERE TO_HEX(hash) = '0708' AND TO_HEX(version) = 'c801'"));

        await Schema.ExecuteAsync("UPDATE document SET version = TO_VARBYTE('00', 'hex')");
        documents.ForEach(document => document.Hash = [9]);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();

        db.RemoveRange(await db.Documents.ToListAsync());
        await db.SaveChangesAsync();
        Assert.Equal(0L, await Schema.ScalarAsync("SELECT COUNT(*) FROM document"));
    }

    [Fact]
    public async Task ExecuteUpdate_and_ExecuteDelete_take_them()
    {
        using var db = await SeededAsync();
        var (value, hash) = (Some, new byte[] { 5 });

        Assert.Equal(1, await db.Documents.Where(d => d.Content == value).ExecuteUpdateAsync(s => s.SetProperty(d => d.Hash, hash)));
        Assert.Equal(1L, await Schema.ScalarAsync("SELECT COUNT(*) FROM document WHERE TO_HEX(hash) = '05'"));
        Assert.Equal(1, await db.Documents.Where(d => d.Hash == hash).ExecuteDeleteAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task They_can_be_keys_and_defaults(bool split)
    {
        using var db = Context();
        var blobs = new[] { new Blob { Key = [1, 2], Name = "a" }, new Blob { Key = [3], Name = "b", Parts = { new Part { Id = 1 } } } };
        db.AddRange(blobs);
        await db.SaveChangesAsync();
        Assert.All(blobs, blob => Assert.Equal([0x0A, 0x0B], blob.Made));
        db.ChangeTracker.Clear();

        var query = db.Blobs.Include(b => b.Parts).OrderBy(b => b.Name);
        var read = await (split ? query.AsSplitQuery() : query).ToListAsync();
        Assert.Equal([0, 1], read.Select(b => b.Parts.Count));
        Assert.Equal("b", (await db.FindAsync<Blob>(new byte[] { 3 }))!.Name);
        Assert.Equal([3], await db.Parts.Select(p => p.Blob!.Key).SingleAsync());

        read[0].Name = "c";
        db.Remove(read[1].Parts[0]);
        await db.SaveChangesAsync();
        Assert.Equal("c", await Schema.ScalarAsync("SELECT name FROM blob WHERE TO_HEX(key) = '0102'"));
    }

    [Fact]
    public async Task More_than_the_column_holds_or_the_wire_carries_are_refused_by_name()
    {
        using var db = Context();
        db.Add(new Document { Hash = new byte[5] });
        var exception = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.StartsWith(
            "The value of 'Document.Hash' has 5 bytes, and 4 can be stored in its column of type 'varbyte(4)'.", exception.Message, StringComparison.Ordinal);

        db.ChangeTracker.Clear();
        db.Add(new Document { Content = new byte[MaxBytes + 1] });
        exception = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.Contains("has 32768 bytes, and 32767 can be stored", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Sql.Statements);
    }

    [Fact]
    public void Column_types_have_lengths_in_bytes()
    {
        using var db = Context();
        var source = db.GetService<IRelationalTypeMappingSource>();

        Assert.Equal("varbyte(64000)", source.FindMapping(typeof(byte[]))!.StoreType);
        Assert.Equal("varbyte(4)", source.FindMapping(typeof(byte[]), storeTypeName: null, size: 4)!.StoreType);
        Assert.Equal(typeof(byte[]), source.FindMapping("varbinary(8)")!.ClrType);
        Assert.Equal("TO_VARBYTE('00abff275c', 'hex')", source.FindMapping(typeof(byte[]))!.GenerateSqlLiteral(Some));
    }

    private async Task<BytesContext> SeededAsync()
    {
        var db = Context();
        db.AddRange(new Document { Content = Some }, new Document { Content = [1] }, new Document());
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        return db;
    }

    private BytesContext Context()
        => new(Options<BytesContext>());

    private sealed class Document
    {
        public int Id { get; set; }

        public byte[]? Content { get; set; }

        public byte[]? Hash { get; set; }

        public byte[]? Version { get; set; }
    }

    private sealed class Blob
    {
        public required byte[] Key { get; set; }

        public string? Name { get; set; }

        public byte[]? Made { get; set; }

        public List<Part> Parts { get; } = [];
    }

    private sealed class Part
    {
        public int Id { get; set; }

        public byte[]? BlobKey { get; set; }

        public Blob? Blob { get; set; }
    }

    private sealed class BytesContext(DbContextOptions<BytesContext> options) : DbContext(options)
    {
        public DbSet<Document> Documents
            => Set<Document>();

        public DbSet<Blob> Blobs
            => Set<Blob>();

        public DbSet<Part> Parts
            => Set<Part>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Document>(b =>
            {
                b.ToTable("document");
                b.Property(d => d.Hash).HasMaxLength(4);
                b.Property(d => d.Version).HasMaxLength(8).IsConcurrencyToken();
            });
            modelBuilder.Entity<Blob>(b =>
            {
                b.ToTable("blob").HasKey(x => x.Key);
                b.Property(x => x.Key).HasMaxLength(16);
                b.Property(x => x.Made).HasMaxLength(4).HasDefaultValueSql("TO_VARBYTE('0a0b', 'hex')");
            });
            modelBuilder.Entity<Part>(b =>
            {
                b.ToTable("part").HasOne(p => p.Blob).WithMany(x => x.Parts).HasForeignKey(p => p.BlobKey);
                b.Property(p => p.Id).ValueGeneratedNever();
            });
        }
    }
}
