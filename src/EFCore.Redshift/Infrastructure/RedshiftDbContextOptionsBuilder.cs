using EFCore.Redshift.Migrations;
using EFCore.Redshift.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace EFCore.Redshift.Infrastructure;

/// <summary>Sets the options of the Redshift provider; the argument of the action given to <c>UseRedshift</c>.</summary>
/// <param name="optionsBuilder">The builder of the context's options.</param>
public sealed class RedshiftDbContextOptionsBuilder(DbContextOptionsBuilder optionsBuilder)
    : RelationalDbContextOptionsBuilder<RedshiftDbContextOptionsBuilder, RedshiftOptionsExtension>(optionsBuilder)
{
    private static readonly TimeSpan DefaultPasswordRefreshInterval = TimeSpan.FromMinutes(10);

    /// <summary>Sets the schemas in which names without a schema are looked up.</summary>
    /// <param name="schemas">The schemas in the order of the search; none leaves the server's own setting.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schemas" /> is null.</exception>
    /// <remarks>
    ///     Set once for each physical connection. Default: the user's setting, else <c>$user, public</c>.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_search_path.html
    /// </remarks>
    public RedshiftDbContextOptionsBuilder SearchPath(params string[] schemas)
    {
        ArgumentNullException.ThrowIfNull(schemas);

        return WithOption(e => e.WithSession(s => s with { SearchPath = [.. schemas] }));
    }

    /// <summary>Labels the session's queries, which routes them to a queue of the workload management.</summary>
    /// <param name="queryGroup">The label; the server's logs keep its first 30 characters. Null sets none.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <remarks>
    ///     Set once for each physical connection. Default: none.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_query_group.html
    /// </remarks>
    public RedshiftDbContextOptionsBuilder QueryGroup(string? queryGroup)
        => WithOption(e => e.WithSession(s => s with { QueryGroup = queryGroup }));

    /// <summary>Sets the time after which the server ends a statement, with its planning and its waiting in a queue.</summary>
    /// <param name="timeout">The time, to the millisecond; zero or more, where zero means no limit.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout" /> is negative or above 24 days.</exception>
    /// <remarks>
    ///     Set once for each physical connection. Default: the server's setting. The command timeout is the client's own limit.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_statement_timeout.html
    /// </remarks>
    public RedshiftDbContextOptionsBuilder StatementTimeout(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(timeout, TimeSpan.FromMilliseconds(int.MaxValue));

        return WithOption(e => e.WithSession(s => s with { StatementTimeout = timeout }));
    }

    /// <summary>Sets the session's time zone, in which TIMESTAMPTZ is turned to text and GETDATE() is given.</summary>
    /// <param name="timeZone">A name the server knows, for example <c>Europe/Berlin</c>. Null sets none.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <remarks>
    ///     Set once for each physical connection. Default: the user's setting, else UTC.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_timezone_config.html
    /// </remarks>
    public RedshiftDbContextOptionsBuilder TimeZone(string? timeZone)
        => WithOption(e => e.WithSession(s => s with { TimeZone = timeZone }));

    /// <summary>Sets the name under which the server's views of sessions and connections show this application.</summary>
    /// <param name="applicationName">The name. Null sets none.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <remarks>Sent when connecting. Default: that of the connection string.</remarks>
    public RedshiftDbContextOptionsBuilder ApplicationName(string? applicationName)
        => WithOption(e => e.WithSession(s => s with { ApplicationName = applicationName }));

    /// <summary>Prints table and column names as they are written in the model instead of in lower case.</summary>
    /// <param name="enabled">Whether upper and lower case of names differ.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <remarks>
    ///     Also sets <c>enable_case_sensitive_identifier</c>, once for each physical connection the provider opens; a connection or
    ///     data source brought by the application must set it itself. Default: false, names are printed in ASCII lower case, which
    ///     finds the tables of ordinary DDL whatever that parameter is.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_enable_case_sensitive_identifier.html
    /// </remarks>
    public RedshiftDbContextOptionsBuilder CaseSensitiveIdentifiers(bool enabled = true)
        => WithOption(e => e.WithSession(s => s with { CaseSensitiveIdentifiers = enabled }));

    /// <summary>Asks the application for the password, for temporary credentials that are valid for minutes.</summary>
    /// <param name="passwordProvider">
    ///     Returns the password for the host and user of the connection string. It is called in the background, not when a connection
    ///     is opened; its token is cancelled when the pool is disposed.
    /// </param>
    /// <param name="refreshInterval">How often a new password is asked for; null means every 10 minutes.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="passwordProvider" /> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="refreshInterval" /> is not above zero.</exception>
    /// <remarks>
    ///     The password is needed to connect only; open connections outlive it. Contexts with the same connection string and settings
    ///     share one pool, and with it the password provider that came first.
    ///     https://docs.aws.amazon.com/redshift/latest/mgmt/generating-user-credentials.html
    /// </remarks>
    public RedshiftDbContextOptionsBuilder UsePasswordProvider(
        Func<NpgsqlConnectionStringBuilder, CancellationToken, ValueTask<string>> passwordProvider,
        TimeSpan? refreshInterval = null)
    {
        ArgumentNullException.ThrowIfNull(passwordProvider);

        var interval = refreshInterval ?? DefaultPasswordRefreshInterval;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero, nameof(refreshInterval));

        return WithOption(e => e.WithPasswordProvider(passwordProvider, interval));
    }

    /// <summary>Lets migrations and <c>EnsureCreated</c> create tables as the model describes them.</summary>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <remarks>
    ///     The distribution and the sort key are those of <c>HasRedshiftDistribution</c>, <c>HasRedshiftDistributionKey</c> and
    ///     <c>HasRedshiftSortKey</c>, and AUTO where nothing is said. Default: CREATE TABLE is refused with the statement ready to edit.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html
    /// </remarks>
    public RedshiftDbContextOptionsBuilder HandOffCreateTable()
        => HandOffCreateTable(table => table.Commands);

    /// <summary>Lets the application decide how migrations and <c>EnsureCreated</c> create tables.</summary>
    /// <param name="handler">
    ///     Returns the statements to run for a table, each a command of its own; null refuses the table. It is given the statements
    ///     the provider would run.
    /// </param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="handler" /> is null.</exception>
    /// <remarks>
    ///     Default: CREATE TABLE is refused with the statement ready to edit.
    ///     https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html
    /// </remarks>
    public RedshiftDbContextOptionsBuilder HandOffCreateTable(Func<RedshiftCreateTable, IReadOnlyList<string>?> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);

        return WithOption(e => e.WithCreateTableHandler(handler));
    }

    /// <summary>Repeats a unit of work when an error is one that goes away, such as a serialization conflict.</summary>
    /// <param name="maxRetryCount">How often the work is repeated at most.</param>
    /// <param name="maxRetryDelay">The longest wait before a repetition; null means 30 seconds.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    ///     <paramref name="maxRetryCount" /> or <paramref name="maxRetryDelay" /> is negative.
    /// </exception>
    /// <remarks>
    ///     Default: nothing is repeated. A COMMIT whose answer was lost is never repeated: it throws a
    ///     <see cref="RedshiftCommitUnknownException" />. https://docs.aws.amazon.com/redshift/latest/dg/c_serial_isolation.html
    /// </remarks>
    public RedshiftDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount = 6, TimeSpan? maxRetryDelay = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxRetryCount);

        var longest = maxRetryDelay ?? TimeSpan.FromSeconds(30);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, TimeSpan.Zero, nameof(maxRetryDelay));

        return ExecutionStrategy(dependencies => new RedshiftExecutionStrategy(dependencies, maxRetryCount, longest));
    }
}
