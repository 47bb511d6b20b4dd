using System.Data.Common;
using EFCore.Redshift.Infrastructure;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Extension methods that make a context use Amazon Redshift.</summary>
public static class RedshiftDbContextOptionsBuilderExtensions
{
    /// <summary>Connects the context to Amazon Redshift; the connection is set later, for example by <c>Database.SetConnectionString</c>.</summary>
    /// <param name="optionsBuilder">The builder of the context's options.</param>
    /// <param name="redshiftOptionsAction">Sets the provider's own options.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="optionsBuilder" /> is null.</exception>
    public static DbContextOptionsBuilder UseRedshift(
        this DbContextOptionsBuilder optionsBuilder,
        Action<RedshiftDbContextOptionsBuilder>? redshiftOptionsAction = null)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);

        return Configure(optionsBuilder, GetOrCreateExtension(optionsBuilder), redshiftOptionsAction);
    }

    /// <summary>Connects the context to Amazon Redshift by a connection string.</summary>
    /// <param name="optionsBuilder">The builder of the context's options.</param>
    /// <param name="connectionString">
    ///     The connection string, with Npgsql's keywords. Where it is silent: port 5439, SSL for hosts that are not loopback, a command
    ///     timeout of 300 seconds.
    /// </param>
    /// <param name="redshiftOptionsAction">Sets the provider's own options.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="optionsBuilder" /> is null.</exception>
    public static DbContextOptionsBuilder UseRedshift(
        this DbContextOptionsBuilder optionsBuilder,
        string? connectionString,
        Action<RedshiftDbContextOptionsBuilder>? redshiftOptionsAction = null)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);

        return Configure(optionsBuilder, GetOrCreateExtension(optionsBuilder).WithConnectionString(connectionString), redshiftOptionsAction);
    }

    /// <summary>Connects the context to Amazon Redshift by a connection, which stays the caller's to dispose.</summary>
    /// <param name="optionsBuilder">The builder of the context's options.</param>
    /// <param name="connection">An <c>NpgsqlConnection</c>. The provider's session settings do not reach it.</param>
    /// <param name="redshiftOptionsAction">Sets the provider's own options.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="optionsBuilder" /> or <paramref name="connection" /> is null.</exception>
    public static DbContextOptionsBuilder UseRedshift(
        this DbContextOptionsBuilder optionsBuilder,
        DbConnection connection,
        Action<RedshiftDbContextOptionsBuilder>? redshiftOptionsAction = null)
        => UseRedshift(optionsBuilder, connection, contextOwnsConnection: false, redshiftOptionsAction);

    /// <summary>Connects the context to Amazon Redshift by a connection.</summary>
    /// <param name="optionsBuilder">The builder of the context's options.</param>
    /// <param name="connection">An <c>NpgsqlConnection</c>. The provider's session settings do not reach it.</param>
    /// <param name="contextOwnsConnection">Whether the context disposes the connection.</param>
    /// <param name="redshiftOptionsAction">Sets the provider's own options.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="optionsBuilder" /> or <paramref name="connection" /> is null.</exception>
    public static DbContextOptionsBuilder UseRedshift(
        this DbContextOptionsBuilder optionsBuilder,
        DbConnection connection,
        bool contextOwnsConnection,
        Action<RedshiftDbContextOptionsBuilder>? redshiftOptionsAction = null)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        ArgumentNullException.ThrowIfNull(connection);

        return Configure(optionsBuilder, GetOrCreateExtension(optionsBuilder).WithConnection(connection, contextOwnsConnection), redshiftOptionsAction);
    }

    /// <summary>Connects the context to Amazon Redshift by a data source, which stays the caller's to dispose.</summary>
    /// <param name="optionsBuilder">The builder of the context's options.</param>
    /// <param name="dataSource">An <c>NpgsqlDataSource</c>. The provider's session settings do not reach it.</param>
    /// <param name="redshiftOptionsAction">Sets the provider's own options.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="optionsBuilder" /> or <paramref name="dataSource" /> is null.</exception>
    public static DbContextOptionsBuilder UseRedshift(
        this DbContextOptionsBuilder optionsBuilder,
        DbDataSource dataSource,
        Action<RedshiftDbContextOptionsBuilder>? redshiftOptionsAction = null)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        ArgumentNullException.ThrowIfNull(dataSource);

        return Configure(optionsBuilder, GetOrCreateExtension(optionsBuilder).WithDataSource(dataSource), redshiftOptionsAction);
    }

    /// <summary>Connects the context to Amazon Redshift; the connection is set later, for example by <c>Database.SetConnectionString</c>.</summary>
    /// <typeparam name="TContext">The type of the context.</typeparam>
    /// <param name="optionsBuilder">The builder of the context's options.</param>
    /// <param name="redshiftOptionsAction">Sets the provider's own options.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="optionsBuilder" /> is null.</exception>
    public static DbContextOptionsBuilder<TContext> UseRedshift<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder,
        Action<RedshiftDbContextOptionsBuilder>? redshiftOptionsAction = null)
        where TContext : DbContext
        => (DbContextOptionsBuilder<TContext>)UseRedshift((DbContextOptionsBuilder)optionsBuilder, redshiftOptionsAction);

    /// <summary>Connects the context to Amazon Redshift by a connection string.</summary>
    /// <typeparam name="TContext">The type of the context.</typeparam>
    /// <param name="optionsBuilder">The builder of the context's options.</param>
    /// <param name="connectionString">
    ///     The connection string, with Npgsql's keywords. Where it is silent: port 5439, SSL for hosts that are not loopback, a command
    ///     timeout of 300 seconds.
    /// </param>
    /// <param name="redshiftOptionsAction">Sets the provider's own options.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="optionsBuilder" /> is null.</exception>
    public static DbContextOptionsBuilder<TContext> UseRedshift<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder,
        string? connectionString,
        Action<RedshiftDbContextOptionsBuilder>? redshiftOptionsAction = null)
        where TContext : DbContext
        => (DbContextOptionsBuilder<TContext>)UseRedshift((DbContextOptionsBuilder)optionsBuilder, connectionString, redshiftOptionsAction);

    /// <summary>Connects the context to Amazon Redshift by a connection, which stays the caller's to dispose.</summary>
    /// <typeparam name="TContext">The type of the context.</typeparam>
    /// <param name="optionsBuilder">The builder of the context's options.</param>
    /// <param name="connection">An <c>NpgsqlConnection</c>. The provider's session settings do not reach it.</param>
    /// <param name="redshiftOptionsAction">Sets the provider's own options.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="optionsBuilder" /> or <paramref name="connection" /> is null.</exception>
    public static DbContextOptionsBuilder<TContext> UseRedshift<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder,
        DbConnection connection,
        Action<RedshiftDbContextOptionsBuilder>? redshiftOptionsAction = null)
        where TContext : DbContext
        => (DbContextOptionsBuilder<TContext>)UseRedshift((DbContextOptionsBuilder)optionsBuilder, connection, redshiftOptionsAction);

    /// <summary>Connects the context to Amazon Redshift by a connection.</summary>
    /// <typeparam name="TContext">The type of the context.</typeparam>
    /// <param name="optionsBuilder">The builder of the context's options.</param>
    /// <param name="connection">An <c>NpgsqlConnection</c>. The provider's session settings do not reach it.</param>
    /// <param name="contextOwnsConnection">Whether the context disposes the connection.</param>
    /// <param name="redshiftOptionsAction">Sets the provider's own options.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="optionsBuilder" /> or <paramref name="connection" /> is null.</exception>
    public static DbContextOptionsBuilder<TContext> UseRedshift<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder,
        DbConnection connection,
        bool contextOwnsConnection,
        Action<RedshiftDbContextOptionsBuilder>? redshiftOptionsAction = null)
        where TContext : DbContext
        => (DbContextOptionsBuilder<TContext>)UseRedshift((DbContextOptionsBuilder)optionsBuilder, connection, contextOwnsConnection, redshiftOptionsAction);

    /// <summary>Connects the context to Amazon Redshift by a data source, which stays the caller's to dispose.</summary>
    /// <typeparam name="TContext">The type of the context.</typeparam>
    /// <param name="optionsBuilder">The builder of the context's options.</param>
    /// <param name="dataSource">An <c>NpgsqlDataSource</c>. The provider's session settings do not reach it.</param>
    /// <param name="redshiftOptionsAction">Sets the provider's own options.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="optionsBuilder" /> or <paramref name="dataSource" /> is null.</exception>
    public static DbContextOptionsBuilder<TContext> UseRedshift<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder,
        DbDataSource dataSource,
        Action<RedshiftDbContextOptionsBuilder>? redshiftOptionsAction = null)
        where TContext : DbContext
        => (DbContextOptionsBuilder<TContext>)UseRedshift((DbContextOptionsBuilder)optionsBuilder, dataSource, redshiftOptionsAction);

    private static DbContextOptionsBuilder Configure(
        DbContextOptionsBuilder optionsBuilder,
        RelationalOptionsExtension extension,
        Action<RedshiftDbContextOptionsBuilder>? redshiftOptionsAction)
    {
        var infrastructure = (IDbContextOptionsBuilderInfrastructure)optionsBuilder;
        infrastructure.AddOrUpdateExtension((RedshiftOptionsExtension)extension);
        infrastructure.AddOrUpdateExtension(
            RelationalOptionsExtension.WithDefaultWarningConfiguration(
                optionsBuilder.Options.FindExtension<CoreOptionsExtension>() ?? new CoreOptionsExtension()));

        redshiftOptionsAction?.Invoke(new RedshiftDbContextOptionsBuilder(optionsBuilder));

        return optionsBuilder;
    }

    private static RedshiftOptionsExtension GetOrCreateExtension(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.Options.FindExtension<RedshiftOptionsExtension>() ?? new RedshiftOptionsExtension();
}
