using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>
///     One query is one call that holds the LINQ and the SQL. The SQL is compared always, the result with that of LINQ to Objects over the
///     same seed.
/// </summary>
public abstract class QueryTest<TContext>(QueryFixture<TContext> fixture)
    where TContext : DbContext
{
    protected QueryFixture<TContext> Fixture { get; } = fixture;

    /// <summary>Checks a query over one set.</summary>
    /// <param name="query">The query.</param>
    /// <param name="sql">The SQL it becomes; several statements, as of a split query, are parted by an empty line.</param>
    /// <param name="expected">Another query for LINQ to Objects, where C# and SQL differ by rule, for example on null.</param>
    /// <param name="ordered">Whether the order of the rows is part of the result.</param>
    protected Task AssertQuery<TEntity, TResult>(
        Func<IQueryable<TEntity>, IQueryable<TResult>> query,
        string sql,
        Func<IQueryable<TEntity>, IQueryable<TResult>>? expected = null,
        bool ordered = false)
        where TEntity : class
        => AssertQuery(
            source => query(source.Rows<TEntity>()),
            sql,
            expected is null ? null : source => expected(source.Rows<TEntity>()),
            ordered);

    /// <summary>Checks a query over several sets.</summary>
    /// <param name="query">The query.</param>
    /// <param name="sql">The SQL it becomes; several statements, as of a split query, are parted by an empty line.</param>
    /// <param name="expected">Another query for LINQ to Objects, where C# and SQL differ by rule, for example on null.</param>
    /// <param name="ordered">Whether the order of the rows is part of the result.</param>
    protected async Task AssertQuery<TResult>(
        Func<IQuerySource, IQueryable<TResult>> query,
        string sql,
        Func<IQuerySource, IQueryable<TResult>>? expected = null,
        bool ordered = false)
    {
        await using var context = Fixture.CreateContext();
        Fixture.Log.Clear();

        var actualRows = await query(new TableSource(context)).ToListAsync();
        AssertSql(sql);

        var printer = new ResultPrinter(context.Model);
        var actual = actualRows.Select(r => printer.Print(r));
        var fromObjects = (expected ?? query)(new SeedSource(Fixture)).AsEnumerable().Select(r => printer.Print(r));

        Assert.Equal(
            ordered ? fromObjects.ToArray() : [.. fromObjects.Order(StringComparer.Ordinal)],
            ordered ? actual.ToArray() : [.. actual.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Checks a query that ends in one value.</summary>
    /// <param name="query">The query, with its last, asynchronous operator.</param>
    /// <param name="expected">The same for LINQ to Objects.</param>
    /// <param name="sql">The SQL it becomes.</param>
    protected async Task AssertScalar<TEntity, TResult>(
        Func<IQueryable<TEntity>, Task<TResult>> query,
        Func<IQueryable<TEntity>, TResult> expected,
        string sql)
        where TEntity : class
    {
        await using var context = Fixture.CreateContext();
        Fixture.Log.Clear();

        var actual = await query(context.Set<TEntity>());
        AssertSql(sql);

        var printer = new ResultPrinter(context.Model);
        Assert.Equal(printer.Print(expected(Fixture.SeedOf<TEntity>())), printer.Print(actual));
    }

    /// <summary>Checks that a query is refused before anything is sent, and the message.</summary>
    /// <param name="query">The query.</param>
    /// <param name="message">A part of the message.</param>
    protected async Task AssertRefused<TEntity, TResult>(Func<IQueryable<TEntity>, IQueryable<TResult>> query, string message)
        where TEntity : class
    {
        await using var context = Fixture.CreateContext();
        Fixture.Log.Clear();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => query(context.Set<TEntity>()).ToListAsync());
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Empty(Fixture.Log.Statements);
    }

    protected void AssertSql(string expected)
    {
        var actual = string.Join("\n\n", Fixture.Log.Statements);
        if (expected.ReplaceLineEndings("\n") != actual)
        {
            Assert.Fail($"The SQL differs. Expected:\n{expected}\n\nActual, ready to paste:\n\"\"\"\n{actual}\n\"\"\"");
        }
    }

    private sealed class TableSource(TContext context) : IQuerySource
    {
        public IQueryable<T> Rows<T>()
            where T : class
            => context.Set<T>();
    }

    private sealed class SeedSource(QueryFixture<TContext> fixture) : IQuerySource
    {
        public IQueryable<T> Rows<T>()
            where T : class
            => fixture.SeedOf<T>();
    }
}
