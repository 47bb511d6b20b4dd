using System.Data.Common;
using System.Globalization;
using EFCore.Redshift.Migrations;
using EFCore.Redshift.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EFCore.Redshift.Infrastructure;

/// <summary>The options of the Redshift provider, as <c>UseRedshift</c> and its options builder set them.</summary>
/// <remarks>Instances do not change: each <c>With…</c> method returns a changed copy.</remarks>
public sealed class RedshiftOptionsExtension : RelationalOptionsExtension
{
    private DbContextOptionsExtensionInfo? _info;

    /// <summary>Creates options in which everything has its default.</summary>
    public RedshiftOptionsExtension()
    {
    }

    private RedshiftOptionsExtension(RedshiftOptionsExtension copyFrom)
        : base(copyFrom)
    {
        DataSource = copyFrom.DataSource;
        Session = copyFrom.Session;
        PasswordProvider = copyFrom.PasswordProvider;
        PasswordRefreshInterval = copyFrom.PasswordRefreshInterval;
        CreateTableHandler = copyFrom.CreateTableHandler;
    }

    /// <summary>The data source the user brought, or null when a connection string or a connection is used.</summary>
    public DbDataSource? DataSource { get; private set; }

    internal RedshiftSessionSettings Session { get; private set; } = RedshiftSessionSettings.Default;

    internal Func<NpgsqlConnectionStringBuilder, CancellationToken, ValueTask<string>>? PasswordProvider { get; private set; }

    internal TimeSpan PasswordRefreshInterval { get; private set; }

    /// <summary>Gives the commands that create a table, or null to refuse it; null where CREATE TABLE is refused altogether.</summary>
    internal Func<RedshiftCreateTable, IReadOnlyList<string>?>? CreateTableHandler { get; private set; }

    // With one row a statement the server's cost per statement dominates from two rows on.
    /// <inheritdoc />
    public override int? MinBatchSize
        => base.MinBatchSize ?? 2;

    /// <inheritdoc />
    public override DbContextOptionsExtensionInfo Info
        => _info ??= new ExtensionInfo(this);

    /// <summary>Returns a copy that takes its connections from the given data source.</summary>
    /// <param name="dataSource">The data source, which stays the caller's to dispose.</param>
    /// <returns>The changed copy.</returns>
    public RedshiftOptionsExtension WithDataSource(DbDataSource dataSource)
    {
        var clone = (RedshiftOptionsExtension)WithConnectionString(null);
        clone.DataSource = dataSource;
        return clone;
    }

    /// <inheritdoc />
    public override RelationalOptionsExtension WithConnectionString(string? connectionString)
        => WithoutDataSource(base.WithConnectionString(connectionString));

    /// <inheritdoc />
    public override RelationalOptionsExtension WithConnection(DbConnection? connection)
        => WithoutDataSource(base.WithConnection(connection));

    /// <inheritdoc />
    public override RelationalOptionsExtension WithConnection(DbConnection? connection, bool owned)
        => WithoutDataSource(base.WithConnection(connection, owned));

    internal RedshiftOptionsExtension WithSession(Func<RedshiftSessionSettings, RedshiftSessionSettings> change)
    {
        var clone = new RedshiftOptionsExtension(this);
        clone.Session = change(Session);
        return clone;
    }

    internal RedshiftOptionsExtension WithPasswordProvider(
        Func<NpgsqlConnectionStringBuilder, CancellationToken, ValueTask<string>> passwordProvider,
        TimeSpan refreshInterval)
    {
        var clone = new RedshiftOptionsExtension(this);
        clone.PasswordProvider = passwordProvider;
        clone.PasswordRefreshInterval = refreshInterval;
        return clone;
    }

    internal RedshiftOptionsExtension WithCreateTableHandler(Func<RedshiftCreateTable, IReadOnlyList<string>?> handler)
    {
        var clone = new RedshiftOptionsExtension(this);
        clone.CreateTableHandler = handler;
        return clone;
    }

    /// <inheritdoc />
    public override void ApplyServices(IServiceCollection services)
        => services.AddEntityFrameworkRedshift();

    /// <inheritdoc />
    public override void Validate(IDbContextOptions options)
    {
        base.Validate(options);

        if (Problem is not null)
        {
            throw new InvalidOperationException(Problem);
        }
    }

    /// <inheritdoc />
    protected override RelationalOptionsExtension Clone()
        => new RedshiftOptionsExtension(this);

    private string? Problem
        => this switch
        {
            // Redshift has no arrays, so a collection cannot travel in one parameter.
            // https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-datatypes.html
            { ParameterizedCollectionMode: ParameterTranslationMode.Parameter } => RedshiftStrings.CollectionAsOneParameter,
            { DataSource: null, Connection: null } => null,
            { PasswordProvider: not null }
                => RedshiftStrings.SettingNeedsConnectionString(nameof(RedshiftDbContextOptionsBuilder.UsePasswordProvider)),
            // CaseSensitiveIdentifiers also says how the provider prints names, so it stays.
            _ when Session with { CaseSensitiveIdentifiers = false } is var session && session != RedshiftSessionSettings.Default
                => RedshiftStrings.SettingNeedsConnectionString(session.ToString().Split('=')[0]),
            _ => null
        };

    private static RedshiftOptionsExtension WithoutDataSource(RelationalOptionsExtension clone)
    {
        var extension = (RedshiftOptionsExtension)clone;
        extension.DataSource = null;
        return extension;
    }

    private sealed class ExtensionInfo(RedshiftOptionsExtension extension) : RelationalExtensionInfo(extension)
    {
        private string? _logFragment;

        private new RedshiftOptionsExtension Extension
            => (RedshiftOptionsExtension)base.Extension;

        public override bool IsDatabaseProvider
            => true;

        public override string LogFragment
            => _logFragment ??= $"{base.LogFragment}{Extension.Session}"
                + (Extension.PasswordProvider is null ? "" : $"{nameof(RedshiftDbContextOptionsBuilder.UsePasswordProvider)} ")
                + (Extension.CreateTableHandler is null ? "" : $"{nameof(RedshiftDbContextOptionsBuilder.HandOffCreateTable)} ");

        // Only what a singleton service reads may tell service providers apart: an application with a search path for each
        // tenant must not build one for each. EF validates options when it builds a service provider for them, so those that are
        // wrong must not find one that was built for others.
        public override int GetServiceProviderHashCode()
            => HashCode.Combine(Extension.Session.CaseSensitiveIdentifiers, Extension.Problem);

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other)
            => other is ExtensionInfo otherInfo
                && Extension.Session.CaseSensitiveIdentifiers == otherInfo.Extension.Session.CaseSensitiveIdentifiers
                && Extension.Problem == otherInfo.Extension.Problem;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
            => debugInfo[$"EFCore.Redshift:{nameof(RedshiftDbContextOptionsBuilder.CaseSensitiveIdentifiers)}"]
                = Extension.Session.CaseSensitiveIdentifiers.ToString(CultureInfo.InvariantCulture);
    }
}
