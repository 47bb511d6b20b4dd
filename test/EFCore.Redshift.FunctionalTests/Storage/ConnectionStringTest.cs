using EFCore.Redshift.Infrastructure;
using EFCore.Redshift.Storage;
using Npgsql;

namespace EFCore.Redshift.FunctionalTests.Storage;

public sealed class ConnectionStringTest
{
    [Fact]
    public void What_the_user_does_not_say_suits_Redshift()
    {
        var completed = Complete("Host=c.eu-west-1.redshift.amazonaws.com;Username=u");

        Assert.Equal(5439, completed.Port);
        Assert.Equal(SslMode.Require, completed.SslMode);
        Assert.Equal(300, completed.CommandTimeout);
        Assert.Equal(GssEncryptionMode.Disable, completed.GssEncryptionMode);
        Assert.True(completed.TcpKeepAlive);
        Assert.Equal(0, completed.MaxAutoPrepare);
    }

    [Fact]
    public void What_the_user_says_stays()
    {
        var completed = Complete("Server=c;port=6000;SslMode=VerifyFull;CommandTimeout=5;TCP Keepalive=false;Application Name=mine");

        Assert.Equal(6000, completed.Port);
        Assert.Equal(SslMode.VerifyFull, completed.SslMode);
        Assert.Equal(5, completed.CommandTimeout);
        Assert.False(completed.TcpKeepAlive);
        Assert.Equal("mine", completed.ApplicationName);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:5440")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:5440")]
    [InlineData("::1")]
    [InlineData("/var/run/redshift")]
    public void A_local_server_needs_no_SSL(string host)
        => Assert.Equal(SslMode.Prefer, Complete($"Host={host}").SslMode);

    [Theory]
    [InlineData("localhost.example.com")]
    [InlineData("10.0.0.1")]
    [InlineData("127.example.com")]
    public void Any_other_needs_it(string host)
        => Assert.Equal(SslMode.Require, Complete($"Host={host}").SslMode);

    [Theory]
    [InlineData("Max Auto Prepare=5", "Max Auto Prepare")]
    [InlineData("Multiplexing=true", "Multiplexing")]
    [InlineData("Host=a,b", "several hosts")]
    public void What_cannot_work_is_refused(string keyword, string message)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Complete("Host=h;" + keyword));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_application_name_of_the_options_wins()
        => Assert.Equal(
            "options",
            new NpgsqlConnectionStringBuilder(
                RedshiftConnectionString.Complete(
                    "Host=h;Application Name=string", RedshiftSessionSettings.Default with { ApplicationName = "options" })).ApplicationName);

    private static NpgsqlConnectionStringBuilder Complete(string connectionString)
        => new(RedshiftConnectionString.Complete(connectionString, RedshiftSessionSettings.Default));
}
