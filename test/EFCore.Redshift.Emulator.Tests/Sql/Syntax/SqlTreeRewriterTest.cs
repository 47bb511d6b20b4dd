using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Tests.Sql.Syntax;

public class SqlTreeRewriterTest
{
    [Theory]
    [InlineData("select nvl(a, 1)", "SELECT COALESCE(\"a\", 1)")]
    [InlineData("select nvl(nvl(a, 1), nvl(b, 2))", "SELECT COALESCE(COALESCE(\"a\", 1), COALESCE(\"b\", 2))")]
    [InlineData(
        "with x as (select nvl(a, 1)) select 1 from x join (select nvl(b, 2) union select 3) y on nvl(c, 3) = 1 order by nvl(d, 4) limit 5",
        "WITH \"x\" AS (SELECT COALESCE(\"a\", 1)) SELECT 1 FROM \"x\" JOIN (SELECT COALESCE(\"b\", 2) UNION SELECT 3) AS \"y\" ON COALESCE(\"c\", 3) = 1 ORDER BY COALESCE(\"d\", 4) LIMIT 5")]
    [InlineData("insert into t values (1, nvl(a, 1))", "INSERT INTO \"t\" VALUES (1, COALESCE(\"a\", 1))")]
    [InlineData(
        "create table t (a int default nvl(1, 2) not null)",
        "CREATE TABLE \"t\" (\"a\" integer DEFAULT COALESCE(1, 2) NOT NULL)")]
    [InlineData("select rank() over (partition by nvl(a, 1) order by b)", "SELECT \"rank\"() OVER (PARTITION BY COALESCE(\"a\", 1) ORDER BY \"b\")")]
    public void Nodes_are_replaced_wherever_they_are(string sql, string rewritten)
    {
        var tree = Parse(sql);
        var before = TreeText.Of(tree);

        Assert.Equal(rewritten, SqlPrinter.Print(new NvlToCoalesce().Rewrite(tree)));
        Assert.Equal(before, TreeText.Of(tree));
    }

    [Fact]
    public void What_does_not_change_is_shared()
    {
        var tree = Assert.IsType<SelectQuery>(Parse("select a + 1, nvl(b, 2) from t where c"));

        var rewritten = new NvlToCoalesce().Rewrite(tree);

        Assert.NotSame(tree, rewritten);
        Assert.Same(tree.Items[0], rewritten.Items[0]);
        Assert.Same(tree.From, rewritten.From);
        Assert.Same(tree.Where, rewritten.Where);
    }

    [Fact]
    public void Visitor_sees_each_node_once()
    {
        var counter = new CountColumns();

        counter.Visit(Parse("select a, (select b from t where c in (d, e)) from (select f) x join y using (z) where g between h and i group by j, k"));

        Assert.Equal("abcdefghijk", string.Concat(counter.Names.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Children_are_those_of_all_properties()
        => Assert.Equal(
            ["SelectExpression", "NamedTable", "ColumnReference"],
            Parse("select 1 from t where a").Children.Select(child => child.ToString()));

    private static Statement Parse(string sql) => Assert.Single(SqlParser.Parse(sql, SqlParserOptions.Default));

    private sealed class NvlToCoalesce : SqlTreeRewriter
    {
        public override SqlNode Rewrite(SqlNode node)
            => base.Rewrite(node) switch
            {
                FunctionCall { Name.Name: "nvl" } call => call with { Name = new QualifiedName("coalesce") },
                var other => other
            };
    }

    private sealed class CountColumns : SqlTreeVisitor
    {
        public List<string> Names { get; } = [];

        public override void Visit(SqlNode node)
        {
            if (node is ColumnReference column)
            {
                Names.Add(column.Parts[^1]);
            }

            base.Visit(node);
        }
    }
}
