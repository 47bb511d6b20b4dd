using EFCore.Redshift.Bulk;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Loads tables by COPY, and unloads queries by UNLOAD: the way in which large amounts of data get in and out of Redshift.</summary>
public static class RedshiftBulkDatabaseFacadeExtensions
{
    /// <summary>Loads files into a table.</summary>
    /// <param name="database">The context's database.</param>
    /// <param name="table">The table's name, with its schema before a dot if need be; names that hold dots in double quotes.</param>
    /// <param name="source">Where the files are: <c>s3://bucket/prefix</c>, which all names that begin so are taken for, or a manifest.</param>
    /// <param name="configure">Sets the authorization and the format of the files.</param>
    /// <returns>The number of rows loaded.</returns>
    /// <exception cref="RedshiftLoadException">The server refused the command, or lines of the files could not be loaded.</exception>
    /// <exception cref="InvalidOperationException">The options contradict each other, or there is no authorization.</exception>
    /// <remarks>
    ///     Runs on the context's connection and in its transaction, and is all or nothing. The statement may take longer than the command
    ///     timeout. https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html
    /// </remarks>
    public static RedshiftCopyResult Copy(this DatabaseFacade database, string table, string source, Action<RedshiftCopyBuilder> configure)
        => CopyAsync(database, BulkTable.Parse(table), source, configure, async: false, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Loads files into a table.</summary>
    /// <param name="database">The context's database.</param>
    /// <param name="table">The table's name, with its schema before a dot if need be; names that hold dots in double quotes.</param>
    /// <param name="source">Where the files are: <c>s3://bucket/prefix</c>, which all names that begin so are taken for, or a manifest.</param>
    /// <param name="configure">Sets the authorization and the format of the files.</param>
    /// <param name="cancellationToken">Cancels the load; nothing of it remains.</param>
    /// <returns>The number of rows loaded.</returns>
    /// <exception cref="RedshiftLoadException">The server refused the command, or lines of the files could not be loaded.</exception>
    /// <exception cref="InvalidOperationException">The options contradict each other, or there is no authorization.</exception>
    /// <remarks>
    ///     Runs on the context's connection and in its transaction, and is all or nothing. The statement may take longer than the command
    ///     timeout. https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html
    /// </remarks>
    public static Task<RedshiftCopyResult> CopyAsync(
        this DatabaseFacade database,
        string table,
        string source,
        Action<RedshiftCopyBuilder> configure,
        CancellationToken cancellationToken = default)
        => CopyAsync(database, BulkTable.Parse(table), source, configure, async: true, cancellationToken);

    /// <summary>Loads files into the table of an entity type.</summary>
    /// <typeparam name="TEntity">The entity type.</typeparam>
    /// <param name="database">The context's database.</param>
    /// <param name="source">Where the files are: <c>s3://bucket/prefix</c>, which all names that begin so are taken for, or a manifest.</param>
    /// <param name="configure">Sets the authorization and the format of the files.</param>
    /// <returns>The number of rows loaded.</returns>
    /// <exception cref="RedshiftLoadException">The server refused the command, or lines of the files could not be loaded.</exception>
    /// <exception cref="InvalidOperationException">
    ///     The options contradict each other, there is no authorization, or the type is not mapped to a table.
    /// </exception>
    /// <remarks>
    ///     Runs on the context's connection and in its transaction, and is all or nothing. The statement may take longer than the command
    ///     timeout. https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html
    /// </remarks>
    public static RedshiftCopyResult Copy<TEntity>(this DatabaseFacade database, string source, Action<RedshiftCopyBuilder> configure)
        where TEntity : class
        => CopyAsync(database, TableOf<TEntity>(database), source, configure, async: false, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Loads files into the table of an entity type.</summary>
    /// <typeparam name="TEntity">The entity type.</typeparam>
    /// <param name="database">The context's database.</param>
    /// <param name="source">Where the files are: <c>s3://bucket/prefix</c>, which all names that begin so are taken for, or a manifest.</param>
    /// <param name="configure">Sets the authorization and the format of the files.</param>
    /// <param name="cancellationToken">Cancels the load; nothing of it remains.</param>
    /// <returns>The number of rows loaded.</returns>
    /// <exception cref="RedshiftLoadException">The server refused the command, or lines of the files could not be loaded.</exception>
    /// <exception cref="InvalidOperationException">
    ///     The options contradict each other, there is no authorization, or the type is not mapped to a table.
    /// </exception>
    /// <remarks>
    ///     Runs on the context's connection and in its transaction, and is all or nothing. The statement may take longer than the command
    ///     timeout. https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html
    /// </remarks>
    public static Task<RedshiftCopyResult> CopyAsync<TEntity>(
        this DatabaseFacade database,
        string source,
        Action<RedshiftCopyBuilder> configure,
        CancellationToken cancellationToken = default)
        where TEntity : class
        => CopyAsync(database, TableOf<TEntity>(database), source, configure, async: true, cancellationToken);

    /// <summary>The COPY that <see cref="Copy(DatabaseFacade, string, string, Action{RedshiftCopyBuilder})" /> would send.</summary>
    /// <param name="database">The context's database.</param>
    /// <param name="table">The table's name, with its schema before a dot if need be; names that hold dots in double quotes.</param>
    /// <param name="source">Where the files are.</param>
    /// <param name="configure">Sets the authorization and the format of the files.</param>
    /// <returns>The statement, with stars in place of keys and tokens.</returns>
    /// <exception cref="InvalidOperationException">The options contradict each other, or there is no authorization.</exception>
    public static string ToCopyCommand(this DatabaseFacade database, string table, string source, Action<RedshiftCopyBuilder> configure)
        => BuildCopy(database, BulkTable.Parse(table), source, configure).Printable;

    /// <summary>Unloads the result of a query into files.</summary>
    /// <param name="database">The context's database.</param>
    /// <param name="query">The query, in SQL. It is sent as it is: never put values of others into it.</param>
    /// <param name="location">Where the files go: <c>s3://bucket/prefix</c>.</param>
    /// <param name="configure">Sets the authorization and the format of the files.</param>
    /// <returns>The number of rows unloaded.</returns>
    /// <exception cref="RedshiftLoadException">The server refused the command.</exception>
    /// <exception cref="InvalidOperationException">The options contradict each other, or there is no authorization.</exception>
    /// <remarks>
    ///     Runs on the context's connection and in its transaction; a rollback does not remove the files.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html
    /// </remarks>
    public static RedshiftUnloadResult Unload(
        this DatabaseFacade database,
        string query,
        string location,
        Action<RedshiftUnloadBuilder> configure)
        => UnloadAsync(database, query, location, configure, async: false, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Unloads the result of a query into files.</summary>
    /// <param name="database">The context's database.</param>
    /// <param name="query">The query, in SQL. It is sent as it is: never put values of others into it.</param>
    /// <param name="location">Where the files go: <c>s3://bucket/prefix</c>.</param>
    /// <param name="configure">Sets the authorization and the format of the files.</param>
    /// <param name="cancellationToken">Cancels the statement; files that it wrote already remain.</param>
    /// <returns>The number of rows unloaded.</returns>
    /// <exception cref="RedshiftLoadException">The server refused the command.</exception>
    /// <exception cref="InvalidOperationException">The options contradict each other, or there is no authorization.</exception>
    /// <remarks>
    ///     Runs on the context's connection and in its transaction; a rollback does not remove the files.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html
    /// </remarks>
    public static Task<RedshiftUnloadResult> UnloadAsync(
        this DatabaseFacade database,
        string query,
        string location,
        Action<RedshiftUnloadBuilder> configure,
        CancellationToken cancellationToken = default)
        => UnloadAsync(database, query, location, configure, async: true, cancellationToken);

    /// <summary>The UNLOAD that <see cref="Unload(DatabaseFacade, string, string, Action{RedshiftUnloadBuilder})" /> would send.</summary>
    /// <param name="database">The context's database.</param>
    /// <param name="query">The query, in SQL.</param>
    /// <param name="location">Where the files go.</param>
    /// <param name="configure">Sets the authorization and the format of the files.</param>
    /// <returns>The statement, with stars in place of keys and tokens.</returns>
    /// <exception cref="InvalidOperationException">The options contradict each other, or there is no authorization.</exception>
    public static string ToUnloadCommand(
        this DatabaseFacade database,
        string query,
        string location,
        Action<RedshiftUnloadBuilder> configure)
        => BuildUnload(database, query, location, configure).Printable;

    internal static async Task<RedshiftUnloadResult> UnloadAsync(
        DatabaseFacade database,
        string query,
        string location,
        Action<RedshiftUnloadBuilder> configure,
        bool async,
        CancellationToken cancellationToken)
    {
        var command = BuildUnload(database, query, location, configure);
        var executor = new BulkCommandExecutor(database, async, cancellationToken);
        return new RedshiftUnloadResult(await executor.ExecuteAsync(command, "pg_last_unload_count").ConfigureAwait(false));
    }

    internal static BulkCommandText BuildUnload(
        DatabaseFacade database,
        string query,
        string location,
        Action<RedshiftUnloadBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        ArgumentNullException.ThrowIfNull(configure);

        var builder = new RedshiftUnloadBuilder();
        configure(builder);
        return builder.Build(query, location);
    }

    private static async Task<RedshiftCopyResult> CopyAsync(
        DatabaseFacade database,
        BulkTable table,
        string source,
        Action<RedshiftCopyBuilder> configure,
        bool async,
        CancellationToken cancellationToken)
    {
        var command = BuildCopy(database, table, source, configure);
        var executor = new BulkCommandExecutor(database, async, cancellationToken);
        return new RedshiftCopyResult(await executor.ExecuteAsync(command, "pg_last_copy_count").ConfigureAwait(false));
    }

    private static BulkCommandText BuildCopy(DatabaseFacade database, BulkTable table, string source, Action<RedshiftCopyBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(configure);

        var helper = ((IDatabaseFacadeDependenciesAccessor)database).Context.GetService<ISqlGenerationHelper>();
        var builder = new RedshiftCopyBuilder();
        configure(builder);
        return builder.Build(
            command => table.AppendTo(command, helper),
            (command, column) => command.Append(helper.DelimitIdentifier(column)),
            source);
    }

    private static BulkTable TableOf<TEntity>(DatabaseFacade database)
    {
        ArgumentNullException.ThrowIfNull(database);

        IModel model = ((IDatabaseFacadeDependenciesAccessor)database).Context.Model;
        return BulkTable.Of(
            model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException(RedshiftStrings.EntityTypeWithoutTable(typeof(TEntity).Name)));
    }
}
