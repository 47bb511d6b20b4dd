using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Update;

/// <summary>Text that its column would not take is refused by name, before anything is sent.</summary>
public class TextLimitsTest : SavingTest
{
    protected override string Tables
        => """
           CREATE TABLE article (id integer IDENTITY(1, 1), title varchar(6), code char(4), state varchar(4), author_name varchar(6), letter char(1));
           CREATE TABLE remark (id integer IDENTITY(1, 1), articleid integer, text varchar(4))
           """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_bytes_than_the_column_has_are_refused(bool async)
    {
        using var db = Context();
        db.Add(new Article { Title = "äöüa" });

        var exception = async
            ? await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())
            : Assert.Throws<DbUpdateException>(() => db.SaveChanges());

        Assert.Equal(
            "The value of 'Article.Title' takes 7 bytes of UTF-8, and its column of type 'varchar(6)' holds 6. Nothing was saved. Shorten the "
            + "value, or give the property a greater 'HasMaxLength' and widen the column.",
            exception.Message);
        Assert.IsType<Article>(Assert.Single(exception.Entries).Entity);
        Assert.Empty(Sql.Statements);
    }

    [Fact]
    public async Task Other_entities_are_not_sent_first()
    {
        using var db = Context();
        db.Add(new Article { Title = "good", Remarks = { new Remark { Text = "good" }, new Remark { Text = "12345" } } });

        var exception = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Contains("'Remark.Text' takes 5 bytes", exception.Message, StringComparison.Ordinal);
        Assert.Equal("12345", Assert.IsType<Remark>(Assert.Single(exception.Entries).Entity).Text);
        Assert.Empty(Sql.Statements);
    }

    [Fact]
    public async Task What_fits_to_the_byte_is_stored()
    {
        using var db = Context();
        db.Add(new Article { Title = "äöü", Code = "abcd", State = State.Open, Author = { Name = "日本" }, Letter = 'x' });

        await db.SaveChangesAsync();

        Assert.Equal("äöü", await Schema.ScalarAsync("SELECT title FROM article"));
    }

    [Fact]
    public async Task Blanks_that_are_too_many_are_cut_off_by_the_server()
    {
        using var db = Context();
        db.Add(new Article { Title = "123456   ", Code = "ab     " });

        await db.SaveChangesAsync();

        Assert.Equal(6, await Schema.ScalarAsync("SELECT LEN(title) FROM article"));
    }

    [Fact]
    public async Task Characters_outside_ASCII_are_refused_for_char()
    {
        using var db = Context();
        db.Add(new Article { Code = "é" });

        var exception = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Equal(
            "The value of 'Article.Code' has characters outside ASCII, which a column of type 'char(4)' does not take. Nothing was saved. Remove "
            + "them, or make the column a varchar, without 'IsFixedLength'.",
            exception.Message);
        Assert.Empty(Sql.Statements);
    }

    [Fact]
    public async Task Converted_values_and_parts_of_complex_values_are_looked_at()
    {
        await Refuses(new Article { State = State.Closed }, "'Article.State' takes 6 bytes");
        await Refuses(new Article { Author = { Name = "1234567" } }, "'Article.Author.Name' takes 7 bytes");
        await Refuses(new Article { Letter = 'é' }, "'Article.Letter' has characters outside ASCII");
    }

    [Fact]
    public async Task An_update_is_refused_for_what_it_changes_and_nothing_else()
    {
        using var db = Context();
        var article = new Article { Title = "good" };
        db.Add(article);
        await db.SaveChangesAsync();
        Sql.Clear();

        article.Title = "1234567";
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.Empty(Sql.Statements);

        db.ChangeTracker.Clear();
        var attached = db.Attach(new Article { Id = article.Id, Title = "1234567" }).Entity;
        attached.Code = "abcd";
        await db.SaveChangesAsync();
        Assert.Equal("good", await Schema.ScalarAsync("SELECT title FROM article"));
    }

    private async Task Refuses(Article article, string message)
    {
        using var db = Context();
        db.Add(article);

        var exception = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    private TextLimitsContext Context()
        => new(Options<TextLimitsContext>());

    private enum State
    {
        Open,
        Closed
    }

    private sealed class Article
    {
        public int Id { get; set; }

        public string? Title { get; set; }

        public string? Code { get; set; }

        public State State { get; set; }

        public Author Author { get; set; } = new();

        public char Letter { get; set; } = 'a';

        public List<Remark> Remarks { get; } = [];
    }

    private sealed class Author
    {
        public string Name { get; set; } = string.Empty;
    }

    private sealed class Remark
    {
        public int Id { get; set; }

        public int ArticleId { get; set; }

        public string? Text { get; set; }
    }

    private sealed class TextLimitsContext(DbContextOptions<TextLimitsContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Article>(b =>
            {
                b.ToTable("article");
                b.Property(a => a.Title).HasMaxLength(2);
                b.Property(a => a.Code).HasMaxLength(4).IsFixedLength();
                b.Property(a => a.State).HasConversion<string>().HasColumnType("varchar(4)");
                b.Property(a => a.Letter).HasColumnType("char(1)");
                b.ComplexProperty(a => a.Author).Property(a => a.Name).HasColumnName("author_name").HasColumnType("varchar(6)");
            });
            modelBuilder.Entity<Remark>(b => b.ToTable("remark").Property(r => r.Text).HasColumnType("varchar(4)"));
        }
    }
}
