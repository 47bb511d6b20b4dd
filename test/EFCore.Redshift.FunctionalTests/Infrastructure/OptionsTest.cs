using EFCore.Redshift.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace EFCore.Redshift.FunctionalTests.Infrastructure;

public sealed class OptionsTest
{
    private const string ConnectionString = "Host=localhost;Username=awsuser";

    [Fact]
    public void The_provider_is_named_after_its_assembly()
    {
        using var context = new DbContext(new DbContextOptionsBuilder().UseRedshift(ConnectionString).Options);

        Assert.Equal("EFCore.Redshift", context.Database.ProviderName);
        Assert.True(context.Database.IsRedshift());
        Assert.False(context.Database.IsNpgsql());
    }

    [Fact]
    public void Each_option_survives_the_setting_of_every_other()
    {
        var options = Build(b => b
            .CommandTimeout(7)
            .SearchPath("one", "Two")
            .MaxBatchSize(5)
            .QueryGroup("nightly")
            .UseParameterizedCollectionMode(ParameterTranslationMode.Constant)
            .StatementTimeout(TimeSpan.FromSeconds(3))
            .UseRelationalNulls()
            .TimeZone("Europe/Berlin")
            .MigrationsHistoryTable("h", "s")
            .ApplicationName("reports")
            .UsePasswordProvider((_, _) => new ValueTask<string>("p"), TimeSpan.FromMinutes(1))
            .MigrationsAssembly("m")
            .CaseSensitiveIdentifiers()
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));

        Assert.Equal(7, options.CommandTimeout);
        Assert.Equal(["one", "Two"], options.Session.SearchPath);
        Assert.Equal(5, options.MaxBatchSize);
        Assert.Equal("nightly", options.Session.QueryGroup);
        Assert.Equal(ParameterTranslationMode.Constant, options.ParameterizedCollectionMode);
        Assert.Equal(TimeSpan.FromSeconds(3), options.Session.StatementTimeout);
        Assert.True(options.UseRelationalNulls);
        Assert.Equal("Europe/Berlin", options.Session.TimeZone);
        Assert.Equal("h", options.MigrationsHistoryTableName);
        Assert.Equal("s", options.MigrationsHistoryTableSchema);
        Assert.Equal("reports", options.Session.ApplicationName);
        Assert.NotNull(options.PasswordProvider);
        Assert.Equal(TimeSpan.FromMinutes(1), options.PasswordRefreshInterval);
        Assert.Equal("m", options.MigrationsAssembly);
        Assert.True(options.Session.CaseSensitiveIdentifiers);
        Assert.Equal(QuerySplittingBehavior.SplitQuery, options.QuerySplittingBehavior);
        Assert.Equal(ConnectionString, options.ConnectionString);
    }

    [Fact]
    public void Options_that_are_changed_leave_the_earlier_ones_as_they_were()
    {
        var before = Build(b => b.QueryGroup("a"));
        var after = (RedshiftOptionsExtension)before.WithSession(s => s with { QueryGroup = "b" }).WithCommandTimeout(9);

        Assert.Equal("a", before.Session.QueryGroup);
        Assert.Null(before.CommandTimeout);
        Assert.Equal("b", after.Session.QueryGroup);
    }

    [Fact]
    public void A_connection_string_a_connection_and_a_data_source_replace_each_other()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        using var dataSource = NpgsqlDataSource.Create(ConnectionString);
        var builder = new DbContextOptionsBuilder();

        var extension = builder.UseRedshift(dataSource).Options.FindExtension<RedshiftOptionsExtension>()!;
        Assert.Same(dataSource, extension.DataSource);

        extension = builder.UseRedshift(connection, contextOwnsConnection: true).Options.FindExtension<RedshiftOptionsExtension>()!;
        Assert.Null(extension.DataSource);
        Assert.Same(connection, extension.Connection);
        Assert.True(extension.IsConnectionOwned);

        extension = builder.UseRedshift(ConnectionString).Options.FindExtension<RedshiftOptionsExtension>()!;
        Assert.Null(extension.Connection);
        Assert.Equal(ConnectionString, extension.ConnectionString);

        extension = builder.UseRedshift(dataSource).Options.FindExtension<RedshiftOptionsExtension>()!;
        Assert.Null(extension.ConnectionString);
        Assert.Same(dataSource, extension.DataSource);
    }

    [Fact]
    public void A_collection_becomes_one_parameter_a_value_unless_told_otherwise()
        => Assert.Equal(ParameterTranslationMode.MultipleParameters, Build(_ => { }).ParameterizedCollectionMode);

    [Fact]
    public void A_collection_as_one_parameter_is_refused()
    {
        using (new DbContext(new DbContextOptionsBuilder().UseRedshift(ConnectionString).Options))
        {
            var exception = Assert.Throws<InvalidOperationException>(() => new DbContext(
                new DbContextOptionsBuilder()
                    .UseRedshift(ConnectionString, b => b.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                    .Options));

            Assert.StartsWith("Redshift has no arrays", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(nameof(RedshiftDbContextOptionsBuilder.SearchPath))]
    [InlineData(nameof(RedshiftDbContextOptionsBuilder.QueryGroup))]
    [InlineData(nameof(RedshiftDbContextOptionsBuilder.StatementTimeout))]
    [InlineData(nameof(RedshiftDbContextOptionsBuilder.TimeZone))]
    [InlineData(nameof(RedshiftDbContextOptionsBuilder.ApplicationName))]
    [InlineData(nameof(RedshiftDbContextOptionsBuilder.UsePasswordProvider))]
    public void A_session_setting_on_a_connection_of_the_application_is_refused(string setting)
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        var options = new DbContextOptionsBuilder()
            .UseRedshift(
                connection,
                b => _ = setting switch
                {
                    nameof(b.SearchPath) => b.SearchPath("s"),
                    nameof(b.QueryGroup) => b.QueryGroup("q"),
                    nameof(b.StatementTimeout) => b.StatementTimeout(TimeSpan.FromSeconds(1)),
                    nameof(b.TimeZone) => b.TimeZone("UTC"),
                    nameof(b.ApplicationName) => b.ApplicationName("a"),
                    _ => b.UsePasswordProvider((_, _) => new ValueTask<string>("p"))
                })
            .Options;

        var exception = Assert.Throws<InvalidOperationException>(() => new DbContext(options));
        Assert.StartsWith($"'{setting}' applies to connections that the provider opens", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Contexts_with_other_session_settings_share_the_services_but_not_those_with_other_identifiers()
    {
        var plain = Build(_ => { }).Info;
        var searching = Build(b => b.SearchPath("tenant")).Info;
        var caseSensitive = Build(b => b.CaseSensitiveIdentifiers()).Info;

        Assert.True(plain.ShouldUseSameServiceProvider(searching));
        Assert.Equal(plain.GetServiceProviderHashCode(), searching.GetServiceProviderHashCode());
        Assert.False(plain.ShouldUseSameServiceProvider(caseSensitive));
    }

    [Fact]
    public void The_log_fragment_names_the_settings_and_no_secret()
    {
        var fragment = Build(b => b
            .SearchPath("a", "b")
            .QueryGroup("nightly")
            .UsePasswordProvider((_, _) => new ValueTask<string>("secret"))).WithConnectionString("Host=h;Password=secret").Info.LogFragment;

        Assert.Contains("SearchPath=a,b QueryGroup=nightly UsePasswordProvider", fragment, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fragment, StringComparison.Ordinal);
    }

    private static RedshiftOptionsExtension Build(Action<RedshiftDbContextOptionsBuilder> configure)
        => new DbContextOptionsBuilder().UseRedshift(ConnectionString, configure).Options.FindExtension<RedshiftOptionsExtension>()!;
}
