using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using EFCore.Redshift.FunctionalTests.TestUtilities;
using EFCore.Redshift.Infrastructure;
using EFCore.Redshift.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EFCore.Redshift.FunctionalTests.Storage;

public sealed class ConnectionTest
{
    [Fact]
    public async Task A_query_on_a_warm_pool_is_one_statement_on_the_wire()
    {
        var emulator = await TestServer.EmulatorAsync();
        var options = Options(emulator.ConnectionString, b => b
            .ApplicationName(nameof(A_query_on_a_warm_pool_is_one_statement_on_the_wire))
            .SearchPath("public", "It's")
            .StatementTimeout(TimeSpan.FromMinutes(2))
            .TimeZone("Europe/Berlin"));

        await using (var context = new DbContext(options))
        {
            await context.Database.ExecuteSqlRawAsync("SELECT 1");
        }

        int processId;
        await using (var context = new DbContext(options))
        {
            processId = await ProcessIdAsync(context);
        }

        Assert.Equal(
            [
                "SET search_path TO \"public\", \"it's\"",
                "SET statement_timeout TO 120000",
                "SET timezone TO 'Europe/Berlin'",
                "SELECT 1",
                "SELECT pg_backend_pid() AS \"value\""
            ],
            emulator.Statements.ToList().Where(s => s.ProcessId == processId).Select(s => s.Text.TrimEnd()));
    }

    [Fact]
    public async Task Contexts_with_other_settings_have_other_connections()
    {
        var connectionString = await TestServer.ConnectionStringAsync();

        await using var first = new DbContext(Options(connectionString, b => b.TimeZone("Europe/Berlin")));
        await using var second = new DbContext(Options(connectionString, b => b.TimeZone("Asia/Tokyo")));

        Assert.NotEqual(await ProcessIdAsync(first), await ProcessIdAsync(second));
        Assert.Equal("Europe/Berlin", await ShowTimeZoneAsync(first));
        Assert.Equal("Asia/Tokyo", await ShowTimeZoneAsync(second));
    }

    [Fact]
    public async Task The_query_group_and_the_identifiers_are_set()
    {
        var emulator = await TestServer.EmulatorAsync();
        await using var context = new DbContext(
            Options(emulator.ConnectionString, b => b.QueryGroup(@"o'cl\ock").CaseSensitiveIdentifiers().SearchPath("Public")));

        var processId = await ProcessIdAsync(context);

        Assert.Equal(
            [
                "SET enable_case_sensitive_identifier TO true",
                "SET search_path TO \"Public\"",
                @"SET query_group TO 'o''cl\\ock'"
            ],
            emulator.Statements.ToList().Where(s => s.ProcessId == processId).Select(s => s.Text.TrimEnd()).Take(3));
    }

    [Fact]
    public async Task A_pooled_context_works_again_and_again()
    {
        await using var provider = new ServiceCollection()
            .AddDbContextPool<EmptyContext>(b => b.UseRedshift(TestServer.ConnectionStringAsync().GetAwaiter().GetResult(), r => r.TimeZone("UTC")))
            .BuildServiceProvider();

        var contexts = new HashSet<DbContext>();
        for (var i = 0; i < 3; i++)
        {
            await using var scope = provider.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<EmptyContext>();
            contexts.Add(context);
            Assert.True(await ProcessIdAsync(context) > 0);
        }

        Assert.Single(contexts);
    }

    [Fact]
    public async Task A_data_source_that_the_application_has_for_PostgreSQL_is_not_taken()
    {
        await using var postgres = NpgsqlDataSource.Create("Host=postgres.invalid");
        await using var provider = new ServiceCollection()
            .AddSingleton(postgres)
            .AddDbContext<EmptyContext>(b => b.UseRedshift())
            .BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<EmptyContext>();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => context.Database.OpenConnectionAsync());
        Assert.Contains("was given no connection string, connection or data source", exception.Message, StringComparison.Ordinal);

        context.Database.SetConnectionString(await TestServer.ConnectionStringAsync());
        Assert.True(await ProcessIdAsync(context) > 0);
    }

    [Fact]
    public async Task A_connection_and_a_data_source_of_the_application_are_used()
    {
        await using var dataSource = NpgsqlDataSource.Create(await TestServer.ConnectionStringAsync());
        await using var connection = await dataSource.OpenConnectionAsync();

        await using (var context = new DbContext(new DbContextOptionsBuilder().UseRedshift(connection).Options))
        {
            Assert.Equal(connection.ProcessID, await ProcessIdAsync(context));
        }

        await using (var context = new DbContext(new DbContextOptionsBuilder().UseRedshift(dataSource).Options))
        {
            Assert.NotEqual(connection.ProcessID, await ProcessIdAsync(context));
        }
    }

    [Fact]
    public async Task The_password_is_asked_for_once_for_many_connections()
    {
        var asked = 0;
        var options = Options(await TestServer.ConnectionStringAsync(), b => b
            .ApplicationName(nameof(The_password_is_asked_for_once_for_many_connections))
            .UsePasswordProvider((_, _) => ValueTask.FromResult($"{Interlocked.Increment(ref asked)}")));

        await using var first = new DbContext(options);
        await using var second = new DbContext(options);
        await first.Database.OpenConnectionAsync();
        await second.Database.OpenConnectionAsync();

        Assert.NotEqual(await ProcessIdAsync(first), await ProcessIdAsync(second));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Digest_authentication_is_explained()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = AnswerWithDigestAuthenticationAsync(listener);

        await using var context = new DbContext(
            Options($"Host=127.0.0.1;Port={((IPEndPoint)listener.LocalEndpoint).Port};SSL Mode=Disable;Username=u;Password=s3cret"));

        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => context.Database.OpenConnectionAsync());
        Assert.StartsWith("The server asked for Redshift's own digest authentication (request 13)", exception.Message, StringComparison.Ordinal);
        await server;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_password_is_logged_or_thrown(bool fromProvider)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var log = new List<string>();
        await using var context = new DbContext(
            new DbContextOptionsBuilder()
                .UseRedshift(
                    $"Host=127.0.0.1;Port={port};Username=u" + (fromProvider ? "" : ";Password=s3cret"),
                    b => _ = fromProvider ? b.UsePasswordProvider((_, _) => ValueTask.FromResult("s3cret")) : b.QueryGroup("g"))
                .EnableSensitiveDataLogging()
                .EnableDetailedErrors()
                .LogTo(log.Add)
                .Options);

        var exception = await Assert.ThrowsAsync<NpgsqlException>(() => context.Database.OpenConnectionAsync());

        Assert.NotEmpty(log);
        Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
        Assert.All(log, line => Assert.DoesNotContain("s3cret", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Savepoints_are_refused()
    {
        await using var context = new DbContext(Options(await TestServer.ConnectionStringAsync()));
        await using var transaction = await context.Database.BeginTransactionAsync();

        Assert.False(transaction.SupportsSavepoints);
        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => transaction.CreateSavepointAsync("s"));
        Assert.StartsWith("Redshift has no savepoints", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_whose_answer_is_lost_is_unknown_and_not_repeated(bool async)
    {
        var emulator = await TestServer.EmulatorAsync();
        await using var schema = await TestSchema.CreateAsync();
        await schema.ExecuteAsync("CREATE TABLE marks (id integer)");
        // With the zero that ends it, since BEGIN says READ COMMITTED.
        await using var proxy = new CuttableProxy(emulator.Port, "COMMIT\0");
        await using var context = new DbContext(
            Options(
                new NpgsqlConnectionStringBuilder(schema.ConnectionString) { Port = proxy.Port, Pooling = false }.ConnectionString,
                b => b.SearchPath(schema.Name).EnableRetryOnFailure(maxRetryDelay: TimeSpan.Zero)));

        var runs = 0;
        var exception = await Assert.ThrowsAsync<RedshiftCommitUnknownException>(() => context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            runs++;
            await using var transaction = await context.Database.BeginTransactionAsync();
            await context.Database.ExecuteSqlRawAsync("INSERT INTO marks VALUES (1)");
            if (async)
            {
                await transaction.CommitAsync();
            }
            else
            {
                transaction.Commit();
            }
        }));

        Assert.StartsWith("The connection was lost while the transaction was committing", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, runs);
        Assert.Equal(1L, await schema.ScalarAsync("SELECT COUNT(*) FROM marks"));
    }

    [Fact]
    public async Task A_connection_that_is_lost_before_the_commit_is_repeated_as_a_whole()
    {
        var emulator = await TestServer.EmulatorAsync();
        await using var schema = await TestSchema.CreateAsync();
        await schema.ExecuteAsync("CREATE TABLE marks (id integer)");
        await using var proxy = new CuttableProxy(emulator.Port, "INSERT INTO marks");
        await using var context = new DbContext(
            Options(
                new NpgsqlConnectionStringBuilder(schema.ConnectionString) { Port = proxy.Port, Pooling = false }.ConnectionString,
                b => b.SearchPath(schema.Name).EnableRetryOnFailure(maxRetryDelay: TimeSpan.Zero)));

        var runs = 0;
        await context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            runs++;
            await using var transaction = await context.Database.BeginTransactionAsync();
            await context.Database.ExecuteSqlRawAsync("INSERT INTO marks VALUES (1)");
            await transaction.CommitAsync();
        });

        Assert.Equal(2, runs);
        Assert.Equal(1L, await schema.ScalarAsync("SELECT COUNT(*) FROM marks"));
    }

    private static DbContextOptions Options(string connectionString, Action<RedshiftDbContextOptionsBuilder>? configure = null)
        => new DbContextOptionsBuilder().UseRedshift(connectionString, configure).Options;

    // A list, since Single would wrap the statement.
    private static async Task<int> ProcessIdAsync(DbContext context)
        => (await context.Database.SqlQueryRaw<int>("SELECT pg_backend_pid() AS \"value\"").ToListAsync())[0];

    private static async Task<object?> ShowTimeZoneAsync(DbContext context)
        => await context.GetService<IRawSqlCommandBuilder>().Build("SHOW timezone").ExecuteScalarAsync(
            new RelationalCommandParameterObject(context.GetService<IRelationalConnection>(), null, null, context, null));

    private static async Task AnswerWithDigestAuthenticationAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        await stream.ReadAtLeastAsync(new byte[1024], minimumBytes: 8);

        var answer = new byte[13];
        answer[0] = (byte)'R';
        BinaryPrimitives.WriteInt32BigEndian(answer.AsSpan(1), 12);
        BinaryPrimitives.WriteInt32BigEndian(answer.AsSpan(5), 13);
        await stream.WriteAsync(answer);

        // Until the client hangs up.
        await stream.ReadAtLeastAsync(new byte[1], minimumBytes: 1, throwOnEndOfStream: false);
    }

    private sealed class EmptyContext(DbContextOptions<EmptyContext> options) : DbContext(options);
}
