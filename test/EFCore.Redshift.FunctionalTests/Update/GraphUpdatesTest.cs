using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EFCore.Redshift.FunctionalTests.Update;

/// <summary>Rows of several tables in one SaveChanges, where the keys of some are generated and those of others refer to them.</summary>
public class GraphUpdatesTest : SavingTest
{
    protected override string Tables
        => """
           CREATE TABLE root (id bigint IDENTITY(1, 1), name varchar(100), address_city varchar(100));
           CREATE TABLE child (id integer IDENTITY(1, 1), rootid bigint, label varchar(100));
           CREATE TABLE leaf (id char(36), childid integer, value integer);
           CREATE TABLE node (id bigint IDENTITY(1, 1), parentid bigint, name varchar(100));
           CREATE TABLE "tag" (id bigint IDENTITY(1, 1), word varchar(100));
           CREATE TABLE roottag (rootsid bigint, tagsid bigint);
           CREATE TABLE animal (id bigint IDENTITY(1, 1), name varchar(100));
           CREATE TABLE cat (id bigint, lives integer);
           CREATE TABLE orderline (orderid bigint, lineno integer, text varchar(100))
           """;

    [Fact]
    public async Task Dependents_get_the_keys_of_principals_that_are_generated_with_them()
    {
        using var db = Context();
        var roots = Enumerable.Range(0, 3).Select(i => new Root
        {
            Name = $"r{i}",
            Address = new Address { City = $"c{i}" },
            Children = [.. Enumerable.Range(0, 2).Select(j => new Child
            {
                // Children of one root are identical rows.
                Label = "same",
                Leaves = [new Leaf { Value = i }, new Leaf { Value = 10 * i }]
            })]
        }).ToList();
        db.AddRange(roots);

        Assert.Equal(3 + 6 + 12, await db.SaveChangesAsync());

        Assert.Equal(3 + 3 + 1, Sql.Statements.Count);
        using var check = Context();
        var stored = await check.Roots.Include(r => r.Children).ThenInclude(c => c.Leaves).OrderBy(r => r.Name).ToListAsync();
        Assert.Equal(["r0", "r1", "r2"], stored.Select(r => r.Name));
        Assert.Equal(roots.Select(r => r.Id), stored.Select(r => r.Id));
        Assert.Equal(["c0", "c1", "c2"], stored.Select(r => r.Address!.City));
        foreach (var (root, i) in stored.Select((root, i) => (root, i)))
        {
            Assert.Equal(roots[i].Children.Select(c => c.Id).Order(), root.Children.Select(c => c.Id).Order());
            Assert.All(root.Children, child => Assert.Equal([i, 10 * i], child.Leaves.Select(leaf => leaf.Value).Order()));
        }
    }

    [Fact]
    public async Task A_tree_of_one_table_is_saved_level_by_level()
    {
        using var db = Context();
        var root = new Node { Name = "root" };
        root.Children.AddRange([new Node { Name = "a" }, new Node { Name = "a" }]);
        root.Children[0].Children.Add(new Node { Name = "a" });
        db.Add(root);

        await db.SaveChangesAsync();

        using var check = Context();
        var nodes = await check.Set<Node>().AsNoTracking().ToDictionaryAsync(n => n.Id);
        Assert.Null(nodes[root.Id].ParentId);
        Assert.Equal(root.Id, nodes[root.Children[1].Id].ParentId);
        Assert.Equal(root.Children[0].Id, nodes[root.Children[0].Children[0].Id].ParentId);
    }

    [Fact]
    public async Task Both_ends_of_a_many_to_many_are_new()
    {
        using var db = Context();
        var tag = new Tag { Word = "t" };
        var roots = new[] { new Root { Name = "x", Tags = [tag] }, new Root { Name = "y", Tags = [tag, new Tag { Word = "u" }] } };
        db.AddRange(roots);

        await db.SaveChangesAsync();

        using var check = Context();
        var stored = await check.Roots.Include(r => r.Tags).OrderBy(r => r.Name).ToListAsync();
        Assert.Equal([["t"], ["t", "u"]], stored.Select(r => r.Tags.Select(t => t.Word).Order().ToArray()));
    }

    [Fact]
    public async Task A_type_with_a_table_of_its_own_shares_the_key_of_its_base()
    {
        using var db = Context();
        Animal[] animals = [new Cat { Name = "same", Lives = 7 }, new Cat { Name = "same", Lives = 9 }, new Animal { Name = "same" }];
        db.AddRange(animals);

        await db.SaveChangesAsync();

        using var check = Context();
        var stored = await check.Set<Animal>().AsNoTracking().ToDictionaryAsync(a => a.Id);
        Assert.Equal(3, stored.Count);
        Assert.Equal(7, ((Cat)stored[animals[0].Id]).Lives);
        Assert.Equal(9, ((Cat)stored[animals[1].Id]).Lives);
        Assert.IsType<Animal>(stored[animals[2].Id]);
    }

    [Fact]
    public async Task Composite_keys_and_cascades_are_the_client_s()
    {
        using var db = Context();
        db.AddRange(Enumerable.Range(0, 12).Select(i => new OrderLine { OrderId = i / 4, LineNo = i % 4, Text = "x" }));
        await db.SaveChangesAsync();
        foreach (var line in db.Set<OrderLine>().Local.ToList())
        {
            if (line.LineNo == 0)
            {
                db.Remove(line);
            }
            else
            {
                line.Text = $"{line.OrderId}/{line.LineNo}";
            }
        }

        Assert.Equal(12, await db.SaveChangesAsync());

        using var check = Context();
        Assert.All(await check.Set<OrderLine>().ToListAsync(), line => Assert.Equal($"{line.OrderId}/{line.LineNo}", line.Text));
        Assert.Equal(9L, await Schema.ScalarAsync("SELECT COUNT(*) FROM orderline"));
    }

    [Fact]
    public async Task Deleting_a_principal_deletes_its_tracked_dependents()
    {
        using var db = Context();
        var root = new Root { Name = "r", Children = [new Child { Label = "c" }] };
        db.Add(root);
        await db.SaveChangesAsync();

        db.Remove(root);
        await db.SaveChangesAsync();

        Assert.Equal(0L, await Schema.ScalarAsync("SELECT COUNT(*) FROM child"));
        Assert.Equal(0L, await Schema.ScalarAsync("SELECT COUNT(*) FROM root"));
    }

    private GraphContext Context()
        => new(Options<GraphContext>());

    private sealed class GraphContext(DbContextOptions<GraphContext> options) : DbContext(options)
    {
        public DbSet<Root> Roots
            => Set<Root>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Root>(b =>
            {
                b.ToTable("root");
                b.OwnsOne(r => r.Address);
                b.HasMany(r => r.Tags).WithMany(t => t.Roots).UsingEntity("roottag");
            });
            modelBuilder.Entity<Child>().ToTable("child");
            modelBuilder.Entity<Leaf>().ToTable("leaf");
            modelBuilder.Entity<Tag>().ToTable("tag");
            modelBuilder.Entity<Node>(b =>
            {
                b.ToTable("node");
                b.HasMany(n => n.Children).WithOne().HasForeignKey(n => n.ParentId);
            });
            modelBuilder.Entity<Animal>().UseTptMappingStrategy().ToTable("animal");
            modelBuilder.Entity<Cat>().ToTable("cat");
            modelBuilder.Entity<OrderLine>(b =>
            {
                b.ToTable("orderline");
                b.HasKey(l => new { l.OrderId, l.LineNo });
            });
        }
    }

    private sealed class Root
    {
        public long Id { get; set; }

        public string? Name { get; set; }

        public Address? Address { get; set; }

        public List<Child> Children { get; set; } = [];

        public List<Tag> Tags { get; set; } = [];
    }

    private sealed class Address
    {
        public string? City { get; set; }
    }

    private sealed class Child
    {
        public int Id { get; set; }

        public long RootId { get; set; }

        public string? Label { get; set; }

        public List<Leaf> Leaves { get; set; } = [];
    }

    private sealed class Leaf
    {
        public Guid Id { get; set; }

        public int ChildId { get; set; }

        public int Value { get; set; }
    }

    private sealed class Node
    {
        public long Id { get; set; }

        public long? ParentId { get; set; }

        public string? Name { get; set; }

        public List<Node> Children { get; } = [];
    }

    private sealed class Tag
    {
        public long Id { get; set; }

        public string? Word { get; set; }

        public List<Root> Roots { get; } = [];
    }

    private class Animal
    {
        public long Id { get; set; }

        public string? Name { get; set; }
    }

    private sealed class Cat : Animal
    {
        public int Lives { get; set; }
    }

    private sealed class OrderLine
    {
        public long OrderId { get; set; }

        public int LineNo { get; set; }

        public string? Text { get; set; }
    }
}
