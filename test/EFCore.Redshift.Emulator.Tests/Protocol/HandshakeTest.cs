using EFCore.Redshift.Emulator.TestUtilities;
using Npgsql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>https://docs.aws.amazon.com/redshift/latest/dg/r_VERSION.html</summary>
public sealed class HandshakeTest(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task The_server_says_to_be_version_8_0_2()
    {
        await using var connection = await fixture.OpenAsync();

        Assert.Equal(new Version(8, 0, 2), connection.PostgreSqlVersion);
        Assert.Contains("Redshift 1.0.", (string?)await connection.ScalarAsync("SELECT version()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_an_8_0_server_reports_is_reported()
    {
        await using var connection = await fixture.OpenAsync();

        Assert.Equal("on", connection.PostgresParameters["integer_datetimes"]);
        Assert.Equal("UTF8", connection.PostgresParameters["client_encoding"]);
        Assert.DoesNotContain("standard_conforming_strings", connection.PostgresParameters.Keys);
        Assert.DoesNotContain("in_hot_standby", connection.PostgresParameters.Keys);
    }

    [Fact]
    public async Task Encryption_is_declined_and_the_client_goes_on_without()
    {
        var settings = new NpgsqlConnectionStringBuilder(fixture.Server.ConnectionString)
        {
            SslMode = SslMode.Prefer,
            GssEncryptionMode = GssEncryptionMode.Prefer,
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();

        Assert.Equal(1, await connection.ScalarAsync("SELECT 1"));
    }

    [Fact]
    public async Task An_unknown_database_is_refused()
    {
        var settings = new NpgsqlConnectionStringBuilder(fixture.Server.ConnectionString) { Database = "nowhere", Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());

        Assert.Equal("3D000", refusal.SqlState);
        Assert.Equal("FATAL", refusal.Severity);
    }

    [Fact]
    public async Task A_password_is_asked_for_where_one_is_set()
    {
        await using var server = await RedshiftEmulator.StartAsync(new RedshiftEmulatorOptions { Password = "Tale,of'it" });
        await using var right = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await using var wrong = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess", Pooling = false }.ConnectionString);

        await right.OpenAsync();
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => wrong.OpenAsync());

        Assert.Equal(1, await right.ScalarAsync("SELECT 1"));
        Assert.Equal("28000", refusal.SqlState);
    }
}
