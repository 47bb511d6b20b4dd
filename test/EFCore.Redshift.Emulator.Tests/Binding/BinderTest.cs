using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;
using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Binding;

/// <summary>What names mean.</summary>
public class BinderTest
{
    [Fact]
    public async Task Column_is_found_in_the_table_that_has_it()
    {
        var binding = await FindAsync("SELECT m FROM a, c", "m");

        Assert.Equal(ColumnBindingKind.Column, binding.Kind);
        Assert.Equal("c", binding.Source!.Name);
        Assert.Equal("integer", binding.Type);
        Assert.False(binding.IsOuter);
    }

    [Fact]
    public async Task Qualified_column_is_found_by_alias_and_by_schema()
    {
        Assert.Equal("q", (await FindAsync("SELECT q.k FROM a AS q", "q.k")).Source!.Name);
        Assert.Equal("a", (await FindAsync("SELECT public.a.k FROM public.a", "public.a.k")).Source!.Name);
    }

    [Fact]
    public async Task Column_of_the_block_around_is_an_outer_reference()
    {
        var binding = await FindAsync("SELECT a.k FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.k = a.n)", "a.n");

        Assert.True(binding.IsOuter);
        Assert.Equal(binding.Block!.Parent, binding.Target);
        Assert.True(binding.Block.IsCorrelated);
        Assert.False(binding.Target!.IsCorrelated);
    }

    [Fact]
    public async Task Own_table_goes_before_the_block_around()
        => Assert.Equal("b", (await FindAsync("SELECT a.k FROM a WHERE EXISTS (SELECT 1 FROM b WHERE v = 1)", "v")).Source!.Name);

    [Fact]
    public async Task Derived_table_does_not_see_its_neighbours()
        => Assert.Equal(ColumnBindingKind.Unresolved, (await FindAsync("SELECT 1 FROM a, (SELECT b.k FROM b WHERE b.k = a.n) AS q", "a.n")).Kind);

    [Fact]
    public async Task Columns_of_a_common_table_are_those_of_its_query()
    {
        var binding = await FindAsync("WITH q AS (SELECT k, j FROM t, a) SELECT q.j FROM q", "q.j");

        Assert.Equal(TableSourceKind.CommonTable, binding.Source!.Kind);
        Assert.Equal("super", binding.Type);
    }

    [Fact]
    public async Task Declared_columns_of_a_derived_table_rename_those_of_its_query()
        => Assert.Equal("boolean", (await FindAsync("SELECT q.second FROM (SELECT id, f FROM t) AS q (first, second)", "q.second")).Type);

    [Fact]
    public async Task Alias_of_the_select_list_is_seen_by_later_items_and_by_where()
    {
        var later = await FindAsync("SELECT x * 2 AS doubled, doubled + 1 FROM a", "doubled");
        var where = await FindAsync("SELECT x * 2 AS doubled FROM a WHERE doubled > 1", "doubled");

        Assert.Equal(ColumnBindingKind.SelectAlias, later.Kind);
        Assert.Equal("doubled", later.Alias!.Alias!.Name);
        Assert.Equal(ColumnBindingKind.SelectAlias, where.Kind);
    }

    [Fact]
    public async Task Column_goes_before_an_alias_of_the_same_name()
        => Assert.Equal(ColumnBindingKind.Column, (await FindAsync("SELECT x * 2 AS k, k + 1 FROM a", "k")).Kind);

    [Fact]
    public async Task Alias_goes_before_a_column_as_an_item_of_order_by()
    {
        Assert.Equal(ColumnBindingKind.SelectAlias, (await FindAsync("SELECT a.x * 2 AS k FROM a ORDER BY k", "k")).Kind);
        Assert.Equal(ColumnBindingKind.Column, (await FindAsync("SELECT a.x * 2 AS k FROM a ORDER BY k + 1", "k")).Kind);
    }

    [Fact]
    public async Task Parts_after_a_super_column_are_a_path()
    {
        var qualified = await FindAsync("SELECT t.j.price.amount FROM t", "t.j.price.amount");
        var bare = await FindAsync("SELECT j.price FROM t", "j.price");

        Assert.Equal(2, qualified.ColumnPartCount);
        Assert.True(qualified.HasPath);
        Assert.Equal(1, bare.ColumnPartCount);
        Assert.Equal("super", bare.Type);
    }

    [Fact]
    public async Task Path_in_from_makes_variables_of_its_elements_and_their_positions()
    {
        const string Sql = "SELECT e.price, e, i FROM t, t.j.items AS e AT i";

        Assert.Equal(ColumnBindingKind.SuperValue, (await FindAsync(Sql, "e.price")).Kind);
        Assert.False((await FindAsync(Sql, "e")).HasPath);
        Assert.Equal("bigint", (await FindAsync(Sql, "i")).Type);
    }

    [Fact]
    public async Task Name_with_a_schema_is_no_path()
        => Assert.Equal(TableSourceKind.Table, (await FindAsync("SELECT a.k FROM t, public.a", "a.k")).Source!.Kind);

    [Fact]
    public async Task Date_part_is_no_column()
        => Assert.Equal(ColumnBindingKind.DatePart, (await FindAsync("SELECT dateadd(day, 1, d) FROM a", "day")).Kind);

    [Fact]
    public async Task What_does_not_exist_stays_unresolved()
        => Assert.Equal(ColumnBindingKind.Unresolved, (await FindAsync("SELECT missing FROM a", "missing")).Kind);

    [Fact]
    public async Task Target_of_a_statement_that_writes_is_a_source()
    {
        Assert.Equal("stage", (await FindAsync("UPDATE stage SET s = 'x' WHERE id = 1", "id")).Source!.Name);
        Assert.Equal("x", (await FindAsync("DELETE FROM stage USING a AS x WHERE id = x.k", "x.k")).Source!.Name);
    }

    [Fact]
    public async Task Operands_of_a_set_operation_are_blocks_side_by_side()
    {
        var statement = await BindAsync("SELECT k FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.k = a.k UNION ALL SELECT 1 FROM c WHERE c.k = a.k)");

        Assert.Equal([null, statement.Blocks[0], statement.Blocks[0]], statement.Blocks.Select(block => block.Parent));
    }

    [Fact]
    public async Task System_tables_of_the_compute_nodes_are_told_from_the_catalogue()
    {
        Assert.True((await BindAsync("SELECT 1 FROM stv_locks")).IsOnComputeNodes);
        Assert.False((await BindAsync("SELECT 1 FROM pg_class, information_schema.tables")).IsOnComputeNodes);
        Assert.True((await BindAsync("SELECT 1 FROM a")).IsOnComputeNodes);
        Assert.True((await BindAsync("SELECT 1 FROM not_made_yet")).IsOnComputeNodes);
    }

    private static async Task<BoundStatement> BindAsync(string sql)
        => await Binder.BindAsync(SqlParser.Parse(sql, SqlParserOptions.Default).Single(), new FakeCatalog(), CancellationToken.None);

    /// <summary>What the last reference that is written so means.</summary>
    private static async Task<ColumnBinding> FindAsync(string sql, string reference)
    {
        var statement = await BindAsync(sql);
        var found = References(statement.Tree).Last(node => string.Join('.', node.Parts) == reference);
        return statement.Find(found)!;
    }

    private static IEnumerable<ColumnReference> References(SqlNode node)
        => node is ColumnReference reference ? [reference] : node.Children.SelectMany(References);
}
