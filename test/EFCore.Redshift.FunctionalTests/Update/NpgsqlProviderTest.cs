using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Update;

/// <summary>Why there is this provider: Npgsql's own, told that the server is Redshift, reads rows and cannot save them.</summary>
public class NpgsqlProviderTest : SavingTest
{
    protected override string Tables
        => "CREATE TABLE note (id bigint IDENTITY(1, 1), text varchar(100))";

    [Fact]
    public async Task Npgsql_s_own_provider_cannot_save_an_identity_key()
    {
        await Schema.ExecuteAsync("INSERT INTO note (text) VALUES ('old')");
        await using var db = new NoteContext(
            new DbContextOptionsBuilder<NoteContext>().UseNpgsql(Schema.ConnectionString, npgsql => npgsql.UseRedshift()).Options, Schema.Name);

        Assert.Equal(1, await db.Set<Note>().CountAsync());
        db.Add(new Note { Text = "new" });
        var exception = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Contains("RETURNING", Assert.IsType<PostgresException>(exception.InnerException).MessageText, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task This_provider_can()
    {
        await using var db = new NoteContext(Options<NoteContext>(), Schema.Name);
        var note = new Note { Text = "new" };
        db.Add(note);

        await db.SaveChangesAsync();

        Assert.Equal("new", (await db.Set<Note>().AsNoTracking().SingleAsync(n => n.Id == note.Id)).Text);
    }

    private sealed class NoteContext(DbContextOptions<NoteContext> options, string schema) : DbContext(options)
    {
        // Npgsql's provider takes the search path from the connection string only.
        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Note>(b =>
            {
                b.ToTable("note", schema);
                b.Property(n => n.Id).HasColumnName("id");
                b.Property(n => n.Text).HasColumnName("text");
            });
    }

    private sealed class Note
    {
        public long Id { get; set; }

        public string? Text { get; set; }
    }
}
