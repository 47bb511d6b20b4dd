using EFCore.Redshift.Bulk;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Unloads the results of LINQ queries.</summary>
public static class RedshiftQueryableExtensions
{
    /// <summary>Unloads the result of a query into files, without its rows passing through the application.</summary>
    /// <typeparam name="TResult">The type of the results: an entity type, a value, or an object made of values.</typeparam>
    /// <param name="query">The query. Each member of its result becomes one column, in its order.</param>
    /// <param name="location">Where the files go: <c>s3://bucket/prefix</c>.</param>
    /// <param name="configure">Sets the authorization and the format of the files.</param>
    /// <returns>The number of rows unloaded.</returns>
    /// <exception cref="RedshiftLoadException">The server refused the command.</exception>
    /// <exception cref="InvalidOperationException">
    ///     The options contradict each other, there is no authorization, or the result needs the client: it includes navigations, holds
    ///     collections or calls methods that Redshift does not have.
    /// </exception>
    /// <remarks>
    ///     The values of variables become literals in the statement. It runs on the context's connection and in its transaction; a rollback
    ///     does not remove the files. https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html
    /// </remarks>
    public static RedshiftUnloadResult Unload<TResult>(
        this IQueryable<TResult> query,
        string location,
        Action<RedshiftUnloadBuilder> configure)
        => UnloadAsync(query, location, configure, async: false, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Unloads the result of a query into files, without its rows passing through the application.</summary>
    /// <typeparam name="TResult">The type of the results: an entity type, a value, or an object made of values.</typeparam>
    /// <param name="query">The query. Each member of its result becomes one column, in its order.</param>
    /// <param name="location">Where the files go: <c>s3://bucket/prefix</c>.</param>
    /// <param name="configure">Sets the authorization and the format of the files.</param>
    /// <param name="cancellationToken">Cancels the statement; files that it wrote already remain.</param>
    /// <returns>The number of rows unloaded.</returns>
    /// <exception cref="RedshiftLoadException">The server refused the command.</exception>
    /// <exception cref="InvalidOperationException">
    ///     The options contradict each other, there is no authorization, or the result needs the client: it includes navigations, holds
    ///     collections or calls methods that Redshift does not have.
    /// </exception>
    /// <remarks>
    ///     The values of variables become literals in the statement. It runs on the context's connection and in its transaction; a rollback
    ///     does not remove the files. https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html
    /// </remarks>
    public static Task<RedshiftUnloadResult> UnloadAsync<TResult>(
        this IQueryable<TResult> query,
        string location,
        Action<RedshiftUnloadBuilder> configure,
        CancellationToken cancellationToken = default)
        => UnloadAsync(query, location, configure, async: true, cancellationToken);

    /// <summary>The UNLOAD that <see cref="Unload{TResult}" /> would send.</summary>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="query">The query.</param>
    /// <param name="location">Where the files go.</param>
    /// <param name="configure">Sets the authorization and the format of the files.</param>
    /// <returns>The statement, with stars in place of keys and tokens.</returns>
    /// <exception cref="InvalidOperationException">The query cannot be unloaded, or the options contradict each other.</exception>
    public static string ToUnloadCommand<TResult>(
        this IQueryable<TResult> query,
        string location,
        Action<RedshiftUnloadBuilder> configure)
    {
        var unload = UnloadQuery.Of(query);
        return RedshiftBulkDatabaseFacadeExtensions
            .BuildUnload(unload.Context.Database, unload.Translate(query.Expression), location, configure).Printable;
    }

    private static Task<RedshiftUnloadResult> UnloadAsync<TResult>(
        IQueryable<TResult> query,
        string location,
        Action<RedshiftUnloadBuilder> configure,
        bool async,
        CancellationToken cancellationToken)
    {
        var unload = UnloadQuery.Of(query);
        return RedshiftBulkDatabaseFacadeExtensions.UnloadAsync(
            unload.Context.Database, unload.Translate(query.Expression), location, configure, async, cancellationToken);
    }
}
